package hoso.standalone.demo.life;

import hoso.standalone.demo.plan.Course;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clock of a dossier that is still open at the end of its period, and of what becomes of it after. */
final class OpenStory {

    private OpenStory() {}

    /** Due after the period; where its procedure would not give it so long, by an extension. */
    static Ending notDue(Story story, Instant firstDue) {
        PlannedDossier dossier = story.dossier();
        Instant quietEnd = dossier.report().quietEnd();
        Detour detour = null;
        if (firstDue.isBefore(quietEnd)) {
            detour = Detour.extension(story, firstDue, quietEnd);
            if (detour == null) throw new IllegalStateException("no time to extend " + dossier);
        } else if (story.happensTo(40)) {
            Instant last = dossier.report().end().minusSeconds(1);
            detour = Detour.pause(story, Detour.Kind.SUPPLEMENT, firstDue, last);
        }
        if (detour != null) detour.tell(story);
        Instant due = detour == null ? firstDue : detour.due();
        Instant begun = detour == null || detour.kind() == Detour.Kind.EXTENSION ? null : detour.begunAt();
        return closedLater(story, due, quietEnd, begun);
    }

    /** Fallen due in the period; closed late after it, or open to this day. */
    static Ending overdue(Story story, Instant due) {
        if (story.dossier().mayStayOpen() && story.happensTo(120)) return Ending.stillOpen(due, null);
        Instant closedAt = story.later(story.dossier().report().quietEnd(), 60, 3_600);
        ClosedStory.tellClosing(story, closedAt);
        return new Ending(due, closedAt, closedAt, null);
    }

    /** Paused in the period and resumed after it; withdrawn in the pause; or waiting to this day. */
    static Ending paused(Story story, Instant firstDue) {
        PlannedDossier dossier = story.dossier();
        Instant last = dossier.report().end().minusSeconds(1);
        Instant pausedAt =
                story.within(Course.pausable(dossier.receivedAt(), firstDue).to(last));
        if (pausedAt == null) throw new IllegalStateException("no time to pause " + dossier);
        Detour.Kind kind = story.happensTo(800) ? Detour.Kind.SUPPLEMENT : Detour.Kind.SUSPENSION;
        Instant resumedAt = story.later(dossier.report().quietEnd(), 60, 2_400);
        Detour detour = Detour.resumed(story, kind, pausedAt, resumedAt, firstDue);
        if (dossier.mayStayOpen() && story.happensTo(20)) {
            detour.tellPause(story);
            return Ending.stillOpen(firstDue, pausedAt);
        }
        if (story.happensTo(60)) {
            detour.tellPause(story);
            story.telling().tell("withdrawn", resumedAt, "");
            return new Ending(detour.due(), resumedAt, resumedAt, pausedAt);
        }
        detour.tell(story);
        return closedLater(story, detour.due(), resumedAt, pausedAt);
    }

    private static Ending closedLater(Story story, Instant due, Instant from, @Nullable Instant pausedAt) {
        Instant earliest = from.plusSeconds(Course.HANDLING_SECONDS);
        Instant inTime = story.happensTo(30) ? null : story.within(new Window(earliest, due));
        Instant closedAt = inTime != null ? inTime : story.later(due.isAfter(earliest) ? due : earliest, 30, 1_400);
        ClosedStory.tellClosing(story, closedAt);
        return new Ending(due, closedAt, closedAt, pausedAt);
    }
}
