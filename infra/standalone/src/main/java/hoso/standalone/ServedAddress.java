package hoso.standalone;

import hoso.standalone.launch.Options;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Where a running application can be asked from this machine. */
record ServedAddress(ServletWebServerApplicationContext context, Options.Http http) {

    static boolean isTls(ServletWebServerApplicationContext context) {
        return Ssl.isEnabled(context.getBean(ServerProperties.class).getSsl());
    }

    URI uri() {
        String address =
                http.bind().isAnyLocalAddress() ? "127.0.0.1" : http.bind().getHostAddress();
        int port = Objects.requireNonNull(context.getWebServer()).getPort();
        return URI.create((isTls(context) ? "https" : "http") + "://" + host(address) + ":" + port + "/");
    }

    private static String host(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    @Override
    public String toString() {
        return uri().toString();
    }
}
