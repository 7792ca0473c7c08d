package hoso.edge.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times every request, those too that Tomcat refuses, by method, endpoint and status: {@code http.server.requests}, as
 * Spring's filter does, whose general observations cost a tenth of what taking in an event does.
 */
final class RequestMeter extends ValveBase {

    private static final String NAME = "http.server.requests";

    /** Anybody may send any method: what no endpoint has is one. */
    private static final String OTHER = "OTHER";

    private final Supplier<MeterRegistry> registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /**
     * Of these there are as many as endpoints times their statuses.
     *
     * @param uri the pattern of an endpoint, never what was asked for
     */
    private record Kind(String method, String uri, int status) {}

    RequestMeter(Supplier<MeterRegistry> registry) {
        super(true);
        this.registry = registry;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync()) {
                var nanos = System.nanoTime() - request.getCoyoteRequest().getStartTimeNanos();
                timers.computeIfAbsent(kind(request, response), this::timer).record(nanos, TimeUnit.NANOSECONDS);
            }
        }
    }

    private static Kind kind(Request request, Response response) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String uri
                ? new Kind(request.getMethod(), uri, response.getStatus())
                : new Kind(OTHER, OTHER, response.getStatus());
    }

    private Timer timer(Kind kind) {
        return Timer.builder(NAME)
                .tag("method", kind.method)
                .tag("uri", kind.uri)
                .tag("status", Integer.toString(kind.status))
                .register(registry.get());
    }
}
