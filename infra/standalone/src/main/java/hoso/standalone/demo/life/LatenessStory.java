package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.Standing;
import hoso.standalone.demo.plan.Window;
import java.time.Instant;

/** What follows from being late: a letter of apology with a new appointment, and here and there a dispute. */
final class LatenessStory {

    private LatenessStory() {}

    static void tell(Story story, Ending ending) {
        Standing standing = story.dossier().standing();
        if (standing != Standing.LATE && standing != Standing.OVERDUE) return;
        if (story.happensTo(720)) apologise(story, ending);
        if (standing == Standing.LATE && story.happensTo(100)) disputeInVain(story, ending);
    }

    private static void apologise(Story story, Ending ending) {
        Instant closedAt = ending.closedAt();
        Instant last = closedAt == null ? story.later(ending.due(), 480, 1_920) : closedAt.minusSeconds(60);
        Instant inTime = story.within(new Window(ending.due(), last));
        Instant at = inTime != null ? inTime : story.soon(last, 10, 60);
        Data data = Data.of().text("letterNo", (1 + story.random().nextInt(400)) + "/TXL-UBND");
        if (inTime != null) data.time("promisedAt", story.later(at, 120, 1_920));
        story.telling()
                .tell(
                        "apology-issued",
                        at,
                        data.text("reason", story.text(Texts.Kind.APOLOGY)).json());
    }

    private static void disputeInVain(Story story, Ending ending) {
        Instant disputedAt = story.later(ending.knownAt(), 200, 1_400);
        String dispute = story.telling().tell("disputed", disputedAt, ClosedStory.claim(story, Texts.Kind.COMPLAINT));
        Instant ruledAt = story.later(disputedAt, 400, 2_400);
        story.telling()
                .tell("dispute-ruled", ruledAt, ClosedStory.ruling(story, dispute, "DISMISSED", Texts.Kind.DISMISSED));
    }
}
