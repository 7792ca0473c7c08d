package hoso.edge.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;

/** Keys as text that every tool reads (RFC 7468). */
public final class Pem {

    public static final String PRIVATE_KEY = "PRIVATE KEY";
    public static final String PUBLIC_KEY = "PUBLIC KEY";

    private static final int LINE_LENGTH = 64;

    private Pem() {}

    /** One block, with a line feed at its end. */
    public static String block(String label, byte[] encoded) {
        var lines = Base64.getMimeEncoder(LINE_LENGTH, new byte[] {'\n'}).encodeToString(encoded);
        return begin(label) + "\n" + lines + "\n" + end(label) + "\n";
    }

    /**
     * What the first block of that label in a file holds.
     *
     * @throws IllegalArgumentException where it holds no base64
     */
    public static Optional<byte[]> read(byte[] file, String label) {
        var text = new String(file, US_ASCII);
        int from = text.indexOf(begin(label));
        int to = text.indexOf(end(label));
        if (from < 0 || to < from) return Optional.empty();
        return Optional.of(Base64.getMimeDecoder()
                .decode(text.substring(from + begin(label).length(), to).strip()));
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
