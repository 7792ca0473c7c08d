package hoso.command.dossier;

import static hoso.command.judgement.RefusalCode.ALREADY_CLOSED;
import static hoso.command.judgement.RefusalCode.ALREADY_PAUSED;
import static hoso.command.judgement.RefusalCode.BEFORE_RECEIPT;
import static hoso.command.judgement.RefusalCode.CONTRADICTS_HISTORY;
import static hoso.command.judgement.RefusalCode.NOT_LATER;
import static hoso.command.judgement.RefusalCode.NOT_PAUSED;
import static hoso.command.judgement.RefusalCode.PAST_DUE;

import hoso.command.judgement.Refusal;
import hoso.event.ClockFact;
import hoso.event.clock.ClockOrder;
import hoso.event.history.ClockEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses a clock fact that may not stand where it does. */
final class ClockJudge {

    private ClockJudge() {}

    /**
     * Judges the facts of one event, each in its own place against those before it; then the order of the rest.
     *
     * @param entries all clock facts, those of the event in their places
     * @param sequence the event
     */
    static void judge(List<ClockEntry> entries, int sequence) {
        for (int index = 0; index < entries.size(); index++)
            if (entries.get(index).sequence() == sequence) judgeInPlace(entries.get(index), entries.subList(0, index));
        checkOrder(entries);
    }

    /** Order alone binds the facts that were accepted before. */
    static void checkOrder(List<ClockEntry> entries) {
        ClockOrder.firstOutOfPlace(entries).ifPresent(entry -> {
            throw contradiction(entry);
        });
    }

    static Refusal contradiction(ClockEntry entry) {
        return new Refusal(
                CONTRADICTS_HISTORY,
                "it does not go with what is known to have happened at " + entry.at(),
                Map.of("fact", name(entry.fact()), "at", entry.at()));
    }

    private static void judgeInPlace(ClockEntry entry, List<ClockEntry> before) {
        if (before.isEmpty()) throw new Refusal(BEFORE_RECEIPT, "it happened before the dossier was received");
        ClockEntry last = before.getLast();
        if (last.fact() instanceof ClockFact.Closing)
            throw new Refusal(ALREADY_CLOSED, "the dossier had been closed", Map.of("closedAt", last.at()));
        ClockFact paused = ClockOrder.pausedBy(before);
        switch (entry.fact()) {
            case ClockFact.Received received -> throw contradiction(entry);
            case ClockFact.Pause pause -> checkRunning(paused, last);
            case ClockFact.Resume resume -> {
                if (!resume.ends().equals(paused)) throw new Refusal(NOT_PAUSED, "there is no pause that it ends");
            }
            case ClockFact.DueDateExtended extended -> {
                checkRunning(paused, last);
                checkExtension(extended, entry.at(), last.ruling().dueAt());
            }
            case ClockFact.Closing closing -> {}
        }
    }

    private static void checkRunning(@Nullable ClockFact paused, ClockEntry last) {
        if (paused != null)
            throw new Refusal(ALREADY_PAUSED, "the dossier was in a pause", Map.of("pausedAt", last.at()));
    }

    private static void checkExtension(ClockFact.DueDateExtended extended, Instant at, Instant dueAt) {
        if (at.isAfter(dueAt)) throw new Refusal(PAST_DUE, "the due instant had passed", Map.of("dueAt", dueAt));
        if (!extended.dueAt().isAfter(dueAt))
            throw new Refusal(NOT_LATER, "the dossier is due as late already", Map.of("dueAt", dueAt));
    }

    private static String name(ClockFact fact) {
        return fact.getClass().getSimpleName();
    }
}
