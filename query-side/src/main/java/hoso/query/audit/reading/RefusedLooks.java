package hoso.query.audit.reading;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.guard.CallerAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Records who was refused a dossier, for want of a scope or of the right to its unit. It answers nothing itself: that is
 * left to the resolvers after it.
 */
public final class RefusedLooks implements HandlerExceptionResolver, Ordered {

    /** Endpoints about one dossier, of the API and of the desk. */
    private static final List<String> ONE_DOSSIER = List.of("/api/v1/dossiers/{id}", "/ho-so/{id}", "/nhap/{id}");

    /** The longest id that a dossier can have. */
    private static final int ID_MAX = 128;

    private final ReadLog reads;

    public RefusedLooks(ReadLog reads) {
        this.reads = reads;
    }

    /** @throws Problem {@code unavailable}, where the refusal cannot be recorded */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (thrown instanceof Problem problem && problem.code() == ProblemCode.FORBIDDEN && isOfDossier(request))
            CallerAuthentication.current().ifPresent(caller -> reads.record(Look.refused(caller, asked(request))));
        return null;
    }

    private static boolean isOfDossier(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && ONE_DOSSIER.stream().anyMatch(pattern::startsWith);
    }

    private static String asked(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String id = variables instanceof Map<?, ?> named ? String.valueOf(named.get("id")) : "";
        return id.substring(0, Math.min(id.length(), ID_MAX));
    }

    /** Ahead of the one that answers problems. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
