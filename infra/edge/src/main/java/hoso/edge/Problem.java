package hoso.edge;

import hoso.event.UnfitData;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the caller; whoever throws it inside a request has it answered as a problem document.
 *
 * <p>It has no stack trace: it tells about the request, not about us, and may be thrown 10,000 times a second.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String detail;
    private final transient Map<String, Object> facts;
    private final @Nullable Duration retryAfter;

    private Problem(ProblemCode code, String detail, Map<String, ?> facts, @Nullable Duration retryAfter) {
        super(code.code() + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        this.retryAfter = retryAfter;
    }

    /**
     * @param detail one sentence on this very request; never free text of an event, since it may be logged
     */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of(), null);
    }

    /** As a publisher of such data is refused. */
    public static Problem of(UnfitData unfit) {
        return of(ProblemCode.ofRefusal(unfit.code()), unfit.detail());
    }

    /**
     * With the facts of the refusal, members of the document beside the standard ones (of the same name, those win).
     *
     * @param facts values that are strings, numbers, booleans, or lists and maps of such
     */
    public Problem with(Map<String, ?> facts) {
        var all = new LinkedHashMap<String, Object>(this.facts);
        all.putAll(facts);
        return new Problem(code, detail, all, retryAfter);
    }

    /** With the time after which it is worth asking again; a 503 has one also where this was not called. */
    public Problem retryAfter(Duration wait) {
        return new Problem(code, detail, facts, wait);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter).or(code::retryAfter);
    }
}
