package hoso.query.desk.frame;

import java.net.URI;
import java.net.URISyntaxException;

/** An address of this server that arrived as a parameter: nobody is sent elsewhere by a link of ours. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The first page where it is none. */
    public static String of(String address) {
        return isLocal(address) ? address : "/";
    }

    /** A browser takes {@code //host} and {@code /\host} for other servers. */
    private static boolean isLocal(String address) {
        if (!address.startsWith("/") || address.startsWith("//") || address.contains("\\")) return false;
        try {
            URI uri = new URI(address);
            return uri.getHost() == null && uri.getScheme() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
