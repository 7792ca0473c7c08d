package hoso.edge.answer;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.UnfitData;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Which problem an exception stands for. What none is known for is a bug of ours: it is logged, under an id. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** A chain of causes is looked at so far; it might be a ring. */
    private static final int CAUSES_MAX = 20;

    /**
     * Classes of SQLSTATE that tell of the database's state, not of the statement: 08 connection, 40 rolled back,
     * 53 resources (disk full too), 57 shut down or cancelled, 58 system (PostgreSQL, appendix A).
     */
    private static final Set<String> DATABASE_AWAY = Set.of("08", "40", "53", "57", "58");

    private Answers() {}

    static Answer to(Throwable thrown) {
        return causes(thrown)
                .flatMap(cause -> told(cause).stream())
                .findFirst()
                .or(() -> causes(thrown)
                        .flatMap(cause -> framework(cause).stream())
                        .findFirst())
                .orElseGet(() -> new Answer(bug(thrown)));
    }

    /** What says best what happened, however deep it is wrapped. */
    private static Optional<Answer> told(Throwable cause) {
        return Optional.ofNullable(
                        switch (cause) {
                            case Problem problem -> problem;
                            case UnfitData unfit -> Problem.of(unfit);
                            case SocketTimeoutException _ ->
                                Problem.of(ProblemCode.STALLED, "nothing came from the sender for too long");
                            // the pool's own, without a state: more questions at once than there are connections
                            case SQLTransientConnectionException _, SQLNonTransientConnectionException _ -> away();
                            case SQLException failed -> databaseAway(failed);
                            default -> null;
                        })
                .map(Answer::new);
    }

    /** What Spring and Tomcat say of a request that does not fit. */
    private static Optional<Answer> framework(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case ErrorResponse response -> ofSpring(response);
                    case InvalidParameterException invalid ->
                        answer(
                                ProblemCode.ofStatus(invalid.getErrorCode()),
                                "the parameters of the request cannot be read");
                    case RequestRejectedException _ ->
                        answer(
                                ProblemCode.MALFORMED,
                                "the path, a header or a parameter has characters that are not taken");
                    case MethodArgumentTypeMismatchException mismatch ->
                        answer(
                                ProblemCode.MALFORMED,
                                "the parameter " + mismatch.getName() + " is not of the form it must have");
                    case TypeMismatchException _ ->
                        answer(ProblemCode.MALFORMED, "a value is not of the form it must have");
                    // the client breaking off is one, too: it may have closed its sending side only
                    case HttpMessageNotReadableException _, BadRequestException _ ->
                        answer(ProblemCode.MALFORMED, "the body of the request cannot be read");
                    case MultipartException _ -> answer(ProblemCode.MEDIA_TYPE, "parts are not taken");
                    case AuthenticationException _ ->
                        answer(ProblemCode.UNAUTHORIZED, "a valid bearer token is needed");
                    case AccessDeniedException _ ->
                        answer(ProblemCode.FORBIDDEN, "the token does not give the right to this");
                    default -> null;
                });
    }

    private static @Nullable Answer ofSpring(ErrorResponse response) {
        var code = ProblemCode.ofStatus(response.getStatusCode().value());
        if (code == ProblemCode.INTERNAL) {
            return null;
        }
        var detail = Optional.ofNullable(response.getBody().getDetail()).orElse(code.title());
        var headers = new LinkedHashMap<String, String>();
        response.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Answer(Problem.of(code, detail), headers);
    }

    private static @Nullable Problem databaseAway(SQLException failed) {
        var state = failed.getSQLState();
        return state != null && state.length() == 5 && DATABASE_AWAY.contains(state.substring(0, 2)) ? away() : null;
    }

    private static Problem away() {
        return Problem.of(ProblemCode.UNAVAILABLE, "the database is not available now");
    }

    private static Problem bug(Throwable thrown) {
        var id = Long.toHexString(ThreadLocalRandom.current().nextLong());
        LOG.error("A request failed by a fault of ours, answered as {}", id, thrown);
        return Problem.of(ProblemCode.INTERNAL, "an unexpected failure, logged here as " + id)
                .with(Map.of("id", id));
    }

    private static Answer answer(ProblemCode code, String detail) {
        return new Answer(Problem.of(code, detail));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX);
    }
}
