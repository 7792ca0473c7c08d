package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.Mark;
import hoso.standalone.demo.plan.PlannedDossier;
import java.time.Instant;

/** What follows a closing within the period: the result, how it is returned, notices and ratings. */
final class ResultStory {

    private ResultStory() {}

    static void tell(Story story, Ending ending) {
        PlannedDossier dossier = story.dossier();
        Instant closedAt = ending.closedAt();
        if (closedAt == null || !dossier.standing().isClosed()) return;
        Telling telling = story.telling();
        if (dossier.has(Mark.NOTIFIED)) notify(story, ending, closedAt);
        telling.holdUntil(ending.knownAt());
        if (dossier.has(Mark.RESULT_ELECTRONIC))
            telling.tell("result-issued", story.soon(closedAt, 0, 5), "{\"electronic\":true}");
        else if (story.happensTo(20))
            telling.tell("result-issued", story.soon(closedAt, 0, 5), "{\"electronic\":false}");
        if (dossier.has(Mark.RESULT_DIGITIZED)) telling.tell("result-digitized", story.soon(closedAt, 10, 240), "");
        if (dossier.has(Mark.RETURNED_BY_POST))
            telling.tell("result-returned", story.later(closedAt, 240, 1_440), "{\"channel\":\"POSTAL\"}");
        else if (story.happensTo(15))
            telling.tell("result-returned", story.later(closedAt, 10, 960), "{\"channel\":\"DIRECT\"}");
        if (dossier.has(Mark.RATED)) rate(story, closedAt);
        if (story.random().nextInt(4_000) == 0) redecide(story, closedAt);
    }

    /** Of the pause where it had one in the period, else of the result. */
    private static void notify(Story story, Ending ending, Instant closedAt) {
        Instant pausedAt = ending.pausedAt();
        boolean ofPause =
                pausedAt != null && !pausedAt.isBefore(story.dossier().report().start());
        Instant at = story.soon(ofPause && pausedAt != null ? pausedAt : closedAt, 2, 40);
        String data = Data.of()
                .text("by", story.happensTo(900) ? "SMS" : "CALL")
                .text("about", ofPause ? "SUPPLEMENT" : "RESULT")
                .json();
        story.telling().tell("notified", at, data);
        if (!story.happensTo(2)) return;
        String twice = story.telling().tell("notified", at.plusSeconds(1), data);
        story.telling()
                .tell(
                        "voided",
                        story.soon(at, 5, 60),
                        Data.of()
                                .object("corrects", story.telling().reference(twice))
                                .text("reason", story.text(Texts.Kind.MISTAKE))
                                .text("authority", story.text(Texts.Kind.AUTHORITY))
                                .json());
    }

    /** Some change their mind: the last rating counts. */
    private static void rate(Story story, Instant closedAt) {
        boolean satisfied = story.dossier().has(Mark.SATISFIED);
        Instant at = story.soon(closedAt, 60, 1_440);
        if (story.happensTo(15)) story.telling().tell("satisfaction-rated", at, rating(!satisfied));
        story.telling().tell("satisfaction-rated", story.soon(at, 10, 2_880), rating(satisfied));
    }

    private static String rating(boolean satisfied) {
        return Data.of()
                .flag("satisfied", satisfied)
                .number("score", satisfied ? 5 : 2)
                .json();
    }

    private static void redecide(Story story, Instant closedAt) {
        story.telling()
                .tell(
                        "clock-redecided",
                        story.later(closedAt, 2_400, 9_600),
                        Data.of()
                                .text("reason", story.text(Texts.Kind.REDECISION))
                                .text("authority", story.text(Texts.Kind.AUTHORITY))
                                .json());
    }
}
