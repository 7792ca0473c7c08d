package hoso.query.audit.reading;

import hoso.edge.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What was asked, and from where.
 *
 * @param endpoint as {@code GET /api/v1/dossiers/{id}}
 * @param question the parameters as they were sent, cut to what a row can bear
 * @param origin the address of whoever asked, or of the proxy before us
 * @param onRecord the dossiers that it was put on record with: a page asks several questions about one
 */
record AskedRequest(String endpoint, String question, String origin, Set<String> onRecord) {

    private static final String ON_RECORD = AskedRequest.class.getName();

    /** Enough for every question that is not refused as too long. */
    private static final int QUESTION_MAX = 2_000;

    /** The request that this thread answers. */
    static AskedRequest current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes))
            throw new IllegalStateException("a dossier is looked at outside of a request");
        HttpServletRequest request = attributes.getRequest();
        String question = Optional.ofNullable(request.getQueryString()).orElse("");
        return new AskedRequest(
                request.getMethod() + " " + endpoint(request),
                question.substring(0, Math.min(question.length(), QUESTION_MAX)),
                request.getRemoteAddr(),
                onRecord(request));
    }

    @SuppressWarnings("unchecked") // nobody else puts anything there
    private static Set<String> onRecord(HttpServletRequest request) {
        if (request.getAttribute(ON_RECORD) == null) request.setAttribute(ON_RECORD, new HashSet<String>());
        return (Set<String>) Objects.requireNonNull(request.getAttribute(ON_RECORD));
    }

    /** A list never is: one that is asked for page by page names others on each, be they as many. */
    boolean hasOnRecord(Look look) {
        return look.dossier().map(id -> onRecord.contains(name(look, id))).orElse(false);
    }

    void putOnRecord(Look look) {
        look.dossier().ifPresent(id -> onRecord.add(name(look, id)));
    }

    /** What is the same look where it comes again in the same request. */
    private static String name(Look look, String dossier) {
        return look.refused() + " " + dossier;
    }

    private static String endpoint(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : Parameters.shortened(request.getRequestURI());
    }
}
