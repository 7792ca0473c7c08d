package hoso.query.desk.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet, the scripts and the libraries of pages, each under an address that changes when its content does: a browser
 * may keep it for ever.
 */
public final class Assets {

    /** Where they are served. */
    public static final String PATH = "/tinh/";

    /** Where browsers look for a picture of the site that no page has told them of. */
    public static final String ICON = "/favicon.ico";

    /** Where they lie on the class path; a library in a name that tells its version. */
    private static final Map<String, String> FILES = Map.of(
            "desk.css", "/hoso/query/desk/desk.css",
            "desk.js", "/hoso/query/desk/desk.js",
            "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
            "chart.js", "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js",
            "icon.svg", "/hoso/query/desk/icon.svg");

    /** Digits of a hash: enough to tell one content from another. */
    private static final int DIGITS = 12;

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();

    public Assets() {
        FILES.forEach((name, file) -> {
            byte[] content = read(file);
            contents.put(name, content);
            addresses.put(name, PATH + hash(content) + "/" + name);
        });
    }

    /** The address of one of them, by its name. */
    public String at(String name) {
        return Objects.requireNonNull(addresses.get(name), name);
    }

    /** What is served at an address below {@link #PATH}; null where there is nothing. */
    byte @Nullable [] content(String address) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        return address.equals(addresses.get(name)) ? contents.get(name) : null;
    }

    private static byte[] read(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
