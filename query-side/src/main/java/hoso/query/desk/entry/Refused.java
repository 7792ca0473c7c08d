package hoso.query.desk.entry;

import hoso.edge.Problem;
import org.springframework.http.HttpStatus;

/** What of a form was refused. */
final class Refused {

    private Refused() {}

    /** Whether whoever entered it can enter it otherwise; what is no matter of the form is told by a page of its own. */
    static boolean isOfForm(Problem problem) {
        return switch (status(problem)) {
            case BAD_REQUEST, CONFLICT, UNPROCESSABLE_CONTENT -> true;
            default -> false;
        };
    }

    static HttpStatus status(Problem problem) {
        return HttpStatus.valueOf(problem.code().status());
    }
}
