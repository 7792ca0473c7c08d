package hoso.query.desk.entry;

import hoso.edge.Problem;
import org.springframework.http.HttpStatus;

/** What of a form was refused. */
final class Refused {

    private Refused() {}

    /** Whether it can be entered otherwise, or once more; what is no matter of the form is told by a page of its own. */
    static boolean isOfForm(Problem problem) {
        return switch (status(problem)) {
            case BAD_REQUEST, CONFLICT, UNPROCESSABLE_CONTENT, CONTENT_TOO_LARGE, SERVICE_UNAVAILABLE -> true;
            default -> false;
        };
    }

    static HttpStatus status(Problem problem) {
        return HttpStatus.valueOf(problem.code().status());
    }
}
