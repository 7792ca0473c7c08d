package hoso.query.desk.frame;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import org.springframework.http.HttpStatus;

/** What of a form was refused. */
public final class Refused {

    private Refused() {}

    /** Whether it can be entered otherwise, or once more; what is no matter of the form is told by a page of its own. */
    public static boolean isOfForm(Problem problem) {
        return switch (status(problem)) {
            case BAD_REQUEST, CONFLICT, UNPROCESSABLE_CONTENT, CONTENT_TOO_LARGE, SERVICE_UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** Of a question, whether it can be asked otherwise; what passes by itself is told when to come back. */
    public static boolean isOfQuestion(Problem problem) {
        return status(problem) == HttpStatus.BAD_REQUEST || problem.code() == ProblemCode.NO_SUCH_UNIT;
    }

    public static HttpStatus status(Problem problem) {
        return HttpStatus.valueOf(problem.code().status());
    }
}
