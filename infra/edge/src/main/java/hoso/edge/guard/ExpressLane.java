package hoso.edge.guard;

import hoso.edge.DirectEndpoint;
import hoso.edge.answer.ProblemFilter;
import hoso.edge.token.CallerTokens;
import jakarta.servlet.ServletException;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Serves {@linkplain DirectEndpoint endpoints that are asked very often} ahead of filters and framework, which took half of
 * what an event cost.
 *
 * <p>It lets nothing in that the long way would not: a request is taken here only where every header that the long way
 * judges is missing or is the very one expected; all others go there. The token is read by the same reader.
 */
final class ExpressLane extends ValveBase {

    private static final String JSON = "application/json";

    private final CallerTokens tokens;
    private final Supplier<List<DirectEndpoint>> endpoints;

    ExpressLane(CallerTokens tokens, Supplier<List<DirectEndpoint>> endpoints) {
        super(true);
        this.tokens = tokens;
        this.endpoints = endpoints;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var endpoint = endpoint(request);
        var token = endpoint == null ? null : BearerHeader.readable(request.getHeader("Authorization"));
        if (endpoint == null || token == null) {
            getNext().invoke(request, response);
            return;
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, endpoint.path());
        try {
            // in this order: who may not publish is told so before the body is asked for
            var caller = tokens.callerOf(token);
            write(endpoint.answer(body(request), caller), request, response);
        } catch (IOException | RuntimeException | Error thrown) {
            if (!ProblemFilter.answered(thrown, request, response)) {
                throw thrown;
            }
        }
    }

    private @Nullable DirectEndpoint endpoint(Request request) {
        if (!isPlain(request)) {
            return null;
        }
        var path = request.getRequestURI();
        var type = request.getHeader("Content-Type");
        for (var endpoint : endpoints.get()) {
            if (endpoint.path().equals(path) && endpoint.mediaType().equals(type)) {
                return endpoint;
            }
        }
        return null;
    }

    private static boolean isPlain(Request request) {
        var length = request.getContentLengthLong();
        return "POST".equals(request.getMethod())
                && length >= 0
                && length <= RequestSize.SINGLE_BYTES_MAX
                && request.getQueryString() == null
                && request.getHeader("Content-Encoding") == null
                && takesJson(request.getHeader("Accept"));
    }

    private static boolean takesJson(@Nullable String accepted) {
        return accepted == null || accepted.equals("*/*") || accepted.equals(JSON);
    }

    private static byte[] body(Request request) throws IOException {
        var body = new byte[request.getContentLength()];
        if (request.getInputStream().readNBytes(body, 0, body.length) < body.length) {
            throw new EOFException("the body ended before its length");
        }
        return body;
    }

    private static void write(byte[] body, Request request, Response response) throws IOException {
        response.setContentType(JSON);
        Doors.shield(request, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
