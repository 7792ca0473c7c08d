package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.Course;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Window;
import hoso.vocabulary.DueDates;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What moves the due instant on the way: a supplement, a suspension or an extension.
 *
 * @param begunAt the pause or the extension
 * @param endedAt the resume; the extension itself
 * @param due the due instant from then on
 */
record Detour(Kind kind, Instant begunAt, Instant endedAt, Instant due) {

    /** The ways to go. */
    enum Kind {
        SUPPLEMENT,
        SUSPENSION,
        EXTENSION
    }

    /** A pause and its resume, both up to {@code last}; none where there is no time for them. */
    static @Nullable Detour pause(Story story, Kind kind, Instant due, Instant last) {
        Window pausable = Course.pausable(story.dossier().receivedAt(), due).to(last);
        Instant pausedAt = story.within(pausable);
        if (pausedAt == null) return null;
        Instant resumedAt = story.later(pausedAt, 60, 1_400);
        return resumedAt.isAfter(last) ? null : resumed(story, kind, pausedAt, resumedAt, due);
    }

    static Detour resumed(Story story, Kind kind, Instant pausedAt, Instant resumedAt, Instant due) {
        PlannedDossier dossier = story.dossier();
        boolean restart = kind == Kind.SUPPLEMENT && dossier.procedure().supplement() == SupplementRule.RESTART;
        if (restart)
            return new Detour(
                    kind, pausedAt, resumedAt, DueDates.first(dossier.processing(), resumedAt, story.calendar()));
        Remaining remaining = DueDates.remaining(dossier.processing(), pausedAt, due, story.calendar());
        return new Detour(kind, pausedAt, resumedAt, DueDates.resumed(remaining, resumedAt, story.calendar()));
    }

    /** An extension to the end of work some days after {@code atLeast} and the due day. */
    static @Nullable Detour extension(Story story, Instant due, Instant atLeast) {
        Instant extendedAt = story.within(Course.pausable(story.dossier().receivedAt(), due));
        if (extendedAt == null) return null;
        LocalDate from = VietnamTime.date(due.isAfter(atLeast) ? due : atLeast);
        LocalDate day =
                story.calendar().workingDayFrom(from.plusDays(1 + story.random().nextInt(10)));
        return new Detour(
                Kind.EXTENSION, extendedAt, extendedAt, story.calendar().endOfWork(day));
    }

    /** Tells both its facts as they happen. */
    void tell(Story story) {
        switch (kind) {
            case EXTENSION ->
                story.telling()
                        .tell(
                                "due-date-extended",
                                begunAt,
                                Data.of()
                                        .time("dueAt", due)
                                        .text("basis", story.text(Texts.Kind.EXTENSION))
                                        .json());
            case SUPPLEMENT, SUSPENSION -> {
                tellPause(story);
                story.telling().tell(resume(), endedAt, "");
            }
        }
    }

    void tellPause(Story story) {
        boolean supplement = kind == Kind.SUPPLEMENT;
        story.telling()
                .tell(
                        supplement ? "supplement-requested" : "suspended",
                        begunAt,
                        story.reason(supplement ? Texts.Kind.SUPPLEMENT : Texts.Kind.SUSPENSION));
    }

    /** Tells pause and resume as one fact, days after they happened. */
    void tellTogether(Story story, Instant publishedAt) {
        story.telling()
                .tell(
                        resume(),
                        endedAt,
                        publishedAt,
                        Data.of().time("since", begunAt).json());
    }

    private String resume() {
        return kind == Kind.SUPPLEMENT ? "supplement-received" : "resumed";
    }
}
