package hoso.edge.guard;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the bodies of requests: a stream of lines has no end, its reader bounds each line; a batch is read as a whole
 * and may have 8 MiB; anything else is one event or less, 64 KiB.
 */
final class RequestSize extends OncePerRequestFilter {

    static final long BATCH_BYTES_MAX = 8L << 20;
    static final long SINGLE_BYTES_MAX = 64L << 10;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw Problem.of(ProblemCode.MEDIA_TYPE, "a body is taken as it is, not in a content coding");
        }
        var max = bytesMax(request.getContentType());
        if (request.getContentLengthLong() > max) {
            throw tooLarge(max);
        }
        chain.doFilter(max == Long.MAX_VALUE ? request : new BoundedRequest(request, max), response);
    }

    static Problem tooLarge(long max) {
        return Problem.of(ProblemCode.TOO_LARGE, "the body has more than " + max + " bytes");
    }

    private static long bytesMax(@Nullable String contentType) {
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/x-ndjson" -> Long.MAX_VALUE;
            case "application/cloudevents-batch+json" -> BATCH_BYTES_MAX;
            default -> SINGLE_BYTES_MAX;
        };
    }
}
