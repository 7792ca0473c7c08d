package hoso.edge.wiring;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/** The limits of connections for which Boot has no property. */
final class ConnectionLimits {

    /** No client of ours sends more than a dozen. */
    private static final int HEADERS_MAX = 64;

    private ConnectionLimits() {}

    /** @param stalled a sender that is silent for so long within a body has stalled: 408 */
    static void set(Connector connector, Duration stalled) {
        connector.setAllowTrace(false);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(Math.toIntExact(stalled.toMillis()));
            http.setMaxHeaderCount(HEADERS_MAX);
            // who is refused by token or size is so before the body is sent
            http.setContinueResponseTiming("onRead");
        }
    }
}
