package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.Course;
import hoso.standalone.demo.plan.Mark;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Standing;
import hoso.standalone.demo.plan.Window;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clock of a dossier that is closed within its period, early, on time or late as planned. */
final class ClosedStory {

    private ClosedStory() {}

    static Ending tell(Story story, Instant due) {
        Detour detour = detour(story, due);
        Instant closedAt = detour == null ? null : closing(story, detour.endedAt(), detour.due());
        if (detour != null && closedAt != null) return afterDetour(story, detour, closedAt);

        closedAt = closing(story, story.dossier().receivedAt(), due);
        if (closedAt == null) throw new IllegalStateException("no time to close " + story.dossier());
        boolean late = story.dossier().standing() == Standing.LATE;
        if (!late && story.happensTo(2)) return closedWrongly(story, due, closedAt);
        if (story.happensTo(3)) return refusedByMistake(story, due, closedAt);
        Instant knownAt = !late && story.happensTo(8) ? story.later(closedAt, 300, 900) : closedAt;
        story.telling().tell(outcome(story), closedAt, knownAt, closingData(story));
        return new Ending(due, closedAt, knownAt, null);
    }

    private static @Nullable Detour detour(Story story, Instant due) {
        if (story.dossier().has(Mark.SAME_DAY)) return null;
        Instant last = story.dossier().report().end().minusSeconds(1);
        int kind = story.random().nextInt(1_000);
        if (kind < 36) return Detour.pause(story, Detour.Kind.SUPPLEMENT, due, last);
        if (kind < 46) return Detour.pause(story, Detour.Kind.SUSPENSION, due, last);
        return kind < 54 ? Detour.extension(story, due, due) : null;
    }

    private static @Nullable Instant closing(Story story, Instant after, Instant due) {
        Instant earliest = after.plusSeconds(Course.HANDLING_SECONDS);
        Window window = Window.closing(story.dossier(), earliest, due);
        // few stay late for long
        if (story.dossier().standing() == Standing.LATE)
            window = window.to(story.calendar().advance(window.first(), Duration.ofDays(2)));
        return story.within(window);
    }

    private static Ending afterDetour(Story story, Detour detour, Instant closedAt) {
        boolean pause = detour.kind() != Detour.Kind.EXTENSION;
        boolean together = pause && story.dossier().standing() != Standing.LATE && story.happensTo(120);
        Instant knownAt = together ? story.later(closedAt, 200, 1_400) : closedAt;
        if (!together) detour.tell(story);
        tellClosing(story, closedAt);
        if (together) detour.tellTogether(story, knownAt);
        return new Ending(detour.due(), closedAt, knownAt, pause ? detour.begunAt() : null);
    }

    /** Closed in time, but entered as closed late; disputed, upheld and corrected. */
    private static Ending closedWrongly(Story story, Instant due, Instant closedAt) {
        Telling telling = story.telling();
        Instant entered = story.later(due, 60, 1_200);
        String closing = telling.tell(outcome(story), entered, closingData(story));
        Instant disputedAt = story.later(entered, 200, 900);
        String dispute = telling.tell("disputed", disputedAt, claim(story, Texts.Kind.CLAIM));
        Instant ruledAt = story.later(disputedAt, 200, 1_400);
        telling.tell("dispute-ruled", ruledAt, ruling(story, dispute, "UPHELD", Texts.Kind.UPHELD));
        Instant correctedAt = story.later(ruledAt, 5, 60);
        telling.tell(
                "corrected",
                correctedAt,
                Data.of()
                        .object("corrects", telling.reference(closing))
                        .time("time", closedAt)
                        .text("reason", story.text(Texts.Kind.UPHELD))
                        .text("authority", dispute)
                        .json());
        return new Ending(due, closedAt, correctedAt, null);
    }

    /** The wrong button first; voided, then closed as it should be. */
    private static Ending refusedByMistake(Story story, Instant due, Instant closedAt) {
        Telling telling = story.telling();
        Instant pressedAt = closedAt.minusSeconds(240);
        String closing = telling.tell("resolved", pressedAt, approved(false));
        telling.tell(
                "voided",
                pressedAt.plusSeconds(120),
                Data.of()
                        .object("corrects", telling.reference(closing))
                        .text("reason", story.text(Texts.Kind.WRONG_OUTCOME))
                        .text("authority", story.text(Texts.Kind.AUTHORITY))
                        .json());
        telling.tell("resolved", closedAt, approved(true));
        return new Ending(due, closedAt, closedAt, null);
    }

    static void tellClosing(Story story, Instant closedAt) {
        story.telling().tell(outcome(story), closedAt, closingData(story));
    }

    static String claim(Story story, Texts.Kind kind) {
        return Data.of().text("claim", story.text(kind)).json();
    }

    static String ruling(Story story, String dispute, String verdict, Texts.Kind reason) {
        return Data.of()
                .object("dispute", story.telling().reference(dispute))
                .text("verdict", verdict)
                .text("reason", story.text(reason))
                .text("authority", story.text(Texts.Kind.AUTHORITY))
                .json();
    }

    /** Most are resolved; a few of those without a result are withdrawn or declined. */
    private static String outcome(Story story) {
        return switch (fate(story.dossier())) {
            case 0 -> "withdrawn";
            case 1 -> "declined";
            default -> "resolved";
        };
    }

    private static String closingData(Story story) {
        return switch (fate(story.dossier())) {
            case 0 -> story.reason(Texts.Kind.WITHDRAWAL);
            case 1 -> story.reason(Texts.Kind.DECLINE);
            case 2 -> approved(false);
            default -> approved(true);
        };
    }

    private static String approved(boolean approved) {
        return approved ? "{\"outcome\":\"APPROVED\"}" : "{\"outcome\":\"REJECTED\"}";
    }

    /** 0 withdrawn, 1 declined, 2 rejected, else approved: some two in a hundred of those that bear no result. */
    private static int fate(PlannedDossier dossier) {
        boolean hasResult = dossier.has(Mark.RESULT_ELECTRONIC)
                || dossier.has(Mark.RESULT_DIGITIZED)
                || dossier.has(Mark.RETURNED_BY_POST);
        return hasResult ? 99 : (int) Math.floorMod(dossier.story() >>> 8, 150L);
    }
}
