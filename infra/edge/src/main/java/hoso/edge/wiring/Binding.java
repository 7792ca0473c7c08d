package hoso.edge.wiring;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server beyond loopback speaks TLS, since a bearer token in plain text is anybody's. Where something in front of it
 * does ({@code hoso.plain-text-beyond-loopback=true}), that is said expressly.
 */
public final class Binding {

    public static final String ALLOWED_BY = "hoso.plain-text-beyond-loopback";

    private Binding() {}

    /**
     * @param address null for every address there is
     * @param tls whether {@code server.ssl.*} is configured
     * @throws RefusedBinding with one line for the operator
     */
    public static void check(@Nullable InetAddress address, boolean tls, boolean plainTextAllowed) {
        refusal(address, tls, plainTextAllowed).ifPresent(why -> {
            throw new RefusedBinding(why);
        });
    }

    private static Optional<String> refusal(@Nullable InetAddress address, boolean tls, boolean plainTextAllowed) {
        if (tls || plainTextAllowed || (address != null && address.isLoopbackAddress())) {
            return Optional.empty();
        }
        var place = address == null ? "every address" : address.getHostAddress();
        return Optional.of(
                "will not serve " + place + " without TLS: configure server.ssl.*, bind to 127.0.0.1, or set "
                        + ALLOWED_BY + "=true where a proxy in front of it speaks TLS");
    }

    /** The server is not started; the message says why and what to do. */
    public static final class RefusedBinding extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedBinding(String why) {
            super(why, null, false, false);
        }
    }
}
