package hoso.edge;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every code that an answer of 400 or more may carry, with its status and title: the one table of them. */
public enum ProblemCode {
    MALFORMED("malformed", 400, "The request is malformed"),
    UNKNOWN_TYPE("unknown-type", 400, "There is no such event type"),
    UNKNOWN_PROPERTY("unknown-property", 400, "The data has a property that its type does not know"),

    UNAUTHORIZED("unauthorized", 401, "A valid bearer token is needed"),
    FORBIDDEN("forbidden", 403, "The token does not give the right to this"),

    NOT_FOUND("not-found", 404, "There is nothing here"),
    /** Of a question; when publishing it is {@link #UNKNOWN_UNIT}. */
    NO_SUCH_UNIT("unknown-unit", 404, "The unit is not known"),
    /** Of a question; when publishing it is {@link #UNKNOWN_DOSSIER}. */
    NO_SUCH_DOSSIER("unknown-dossier", 404, "The dossier is not known"),
    METHOD("method", 405, "The method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "There is no answer in the form asked for"),
    STALLED("stalled", 408, "The sender stalled"),

    ID_REUSED("id-reused", 409, "The id was used for other content"),
    VOIDED("voided", 409, "The event was voided"),
    ALREADY_RECEIVED("already-received", 409, "It was received before"),
    BEFORE_RECEIPT("before-receipt", 409, "It lies before the receipt"),
    ALREADY_CLOSED("already-closed", 409, "The dossier was closed before"),
    ALREADY_PAUSED("already-paused", 409, "The dossier is paused"),
    NOT_PAUSED("not-paused", 409, "There is no pause that it fits"),
    NOT_CLOSED("not-closed", 409, "The dossier is not closed"),
    NOT_LATE("not-late", 409, "The dossier is not late"),
    PAST_DUE("past-due", 409, "The due instant has passed"),
    NOT_LATER("not-later", 409, "The new due instant is not later"),
    ALREADY_ANSWERED("already-answered", 409, "The petition was answered before"),
    NOT_ANSWERED("not-answered", 409, "The petition is not answered"),
    ALREADY_PUBLISHED("already-published", 409, "The answer was published before"),
    CONTRADICTS_HISTORY("contradicts-history", 409, "It contradicts what was accepted"),
    TOO_MANY_FACTS("too-many-facts", 409, "The dossier has as many facts as it may have"),
    PARKED("parked", 409, "A dossier is parked"),
    IN_THE_FUTURE("in-the-future", 409, "It lies in the future"),

    TOO_LARGE("too-large", 413, "The request is too large"),
    MEDIA_TYPE("media-type", 415, "The media type is not taken here"),

    UNKNOWN_UNIT("unknown-unit", 422, "The unit is not known"),
    UNKNOWN_PROCEDURE("unknown-procedure", 422, "The procedure is not known"),
    UNKNOWN_DOSSIER("unknown-dossier", 422, "The dossier is not known"),
    UNKNOWN_PETITION("unknown-petition", 422, "The petition is not known"),
    UNKNOWN_FACT("unknown-fact", 422, "The fact is not known"),

    /** A bug of ours, logged under the id it names; no input may lead here. */
    INTERNAL("internal", 500, "Something went wrong here"),
    UNAVAILABLE("unavailable", 503, "The service is not available now"),
    NOT_YET("not-yet", 503, "The read side has not come that far");

    /** What a client is told to wait where the problem does not say: long enough for a restart to show progress. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Where a code has two statuses, the one of publishing: only questions are refused by the other. */
    private static final Map<String, ProblemCode> BY_CODE = Arrays.stream(values())
            .filter(row -> row != NO_SUCH_UNIT && row != NO_SUCH_DOSSIER)
            .collect(Collectors.toUnmodifiableMap(ProblemCode::code, Function.identity()));

    private final String code;
    private final int status;
    private final String title;

    ProblemCode(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /**
     * The row of a refusal when publishing.
     *
     * @throws IllegalArgumentException where the table has no such code: a bug of the caller
     */
    public static ProblemCode ofRefusal(String code) {
        return Optional.ofNullable(BY_CODE.get(code))
                .orElseThrow(() -> new IllegalArgumentException("no such problem code: " + code));
    }

    /** The code that stands for a status which a container or framework chose by itself. */
    public static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404, 410 -> NOT_FOUND;
            case 405 -> METHOD;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> STALLED;
            case 413, 414, 431 -> TOO_LARGE;
            case 415 -> MEDIA_TYPE;
            case 429, 502, 503, 504 -> UNAVAILABLE;
            // 501 and 505 are said of a method, a transfer coding or a version that the request chose
            case 501, 505 -> MALFORMED;
            default -> status < 500 ? MALFORMED : INTERNAL;
        };
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** A stable name of the kind of problem (RFC 9457, 3.1.1); it is no address. */
    public String type() {
        return "urn:hoso:problem:" + code;
    }

    Optional<Duration> retryAfter() {
        return status == 503 ? Optional.of(RETRY_AFTER) : Optional.empty();
    }
}
