package hoso.edge.answer;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads what the client still sends after it was answered that it is refused. Were the connection closed on it at once,
 * as Tomcat does after most such answers, its system would throw the answer away unread (RFC 9112, 9.6), and a sender
 * that reads only when it has sent all would never learn why.
 */
final class UnreadBody {

    /** For so long; by then a client that looks at all has seen the answer. A silent one is cut off by the timeout. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private UnreadBody() {}

    static void drain(Request request) {
        var coyote = request.getCoyoteRequest();
        var sentOnlyWhenAsked = coyote.hasExpectation() && coyote.getBytesRead() == 0;
        var brokenOff = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
        // what Tomcat refused while it read the header has no body that it could find the end of
        if (request.getContext() == null || sentOnlyWhenAsked || brokenOff) {
            return;
        }
        try {
            // not by the servlet's stream, which is closed together with the answer
            var sink = new Sink();
            var start = System.nanoTime();
            while (System.nanoTime() - start < PATIENCE.toNanos() && coyote.doRead(sink) >= 0) {
                // thrown away
            }
        } catch (IOException _) {
            // the client broke off or fell silent: no use in waiting for the rest once more
            coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Tomcat hands each piece over in a buffer of its own. */
    private static final class Sink implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // never asked for: nothing is kept
        }
    }
}
