package hoso.standalone.demo.life;

import hoso.standalone.demo.plan.Mark;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Standing;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * What the national portal showed of a dossier: often less than is known here, and overdue where it is not, one day yes
 * and the next day no.
 */
final class PortalStory {

    /** The national portal publishes under a name of its own. */
    private static final String SOURCE = "urn:vn:dich-vu-cong-quoc-gia";

    /** Statuses of the portal's list: being processed, supplement asked for, processed, result returned. */
    private static final int PROCESSING = 4;

    private static final int SUPPLEMENT = 5;
    private static final int PROCESSED = 9;
    private static final int RETURNED = 10;

    private PortalStory() {}

    static void tell(Story story, Ending ending) {
        PlannedDossier dossier = story.dossier();
        if (!dossier.has(Mark.OBSERVED)) return;
        boolean late = dossier.standing() == Standing.LATE || dossier.standing() == Standing.OVERDUE;
        boolean overdue = late || story.happensTo(dossier.report().portalOverdue());
        boolean afterClosing = ending.closedAt() != null && story.happensTo(600);
        Instant at = afterClosing && ending.closedAt() != null
                ? story.soon(ending.closedAt(), 60, 4_320)
                : duringHandling(story, ending);
        int status = status(story, afterClosing, dossier.standing());
        observe(story, at, status, overdue);
        if (!late && story.happensTo(dossier.report().portalFlips())) {
            observe(story, at.plus(Duration.ofDays(1)), status, !overdue);
            observe(story, at.plus(Duration.ofDays(2)), status, overdue);
        }
    }

    private static Instant duringHandling(Story story, Ending ending) {
        PlannedDossier dossier = story.dossier();
        WorkingCalendar calendar = story.calendar();
        Instant last = calendar.advance(dossier.receivedAt(), Duration.ofHours(40));
        return ending.whileOpen(dossier.receivedAt().plusSeconds(60), last).anyTime(story.random());
    }

    private static int status(Story story, boolean afterClosing, Standing standing) {
        if (afterClosing) return story.happensTo(500) ? PROCESSED : RETURNED;
        return standing == Standing.PAUSED ? SUPPLEMENT : PROCESSING;
    }

    private static void observe(Story story, Instant at, int status, boolean overdue) {
        Data data = Data.of().number("status", status);
        if (overdue) data.flag("overdue", true);
        story.telling()
                .tell(
                        SOURCE,
                        "portal-status-observed",
                        at,
                        at,
                        data.flag("synced", story.dossier().has(Mark.SYNCED)).json());
    }
}
