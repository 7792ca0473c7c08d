package hoso.standalone.demo.plan;

import java.time.Instant;

/** The least times that the handling of a dossier takes: what plan and life must agree on. */
public final class Course {

    /** No dossier is closed sooner after its receipt, or after a resume. */
    public static final long HANDLING_SECONDS = 300;

    /** No dossier is paused sooner after its receipt. */
    public static final long CHECKING_SECONDS = 1_200;

    private Course() {}

    /** When a dossier can be paused so that the pause counts. */
    public static Window pausable(Instant receivedAt, Instant due) {
        return new Window(receivedAt.plusSeconds(CHECKING_SECONDS), due);
    }
}
