package hoso.command.petition;

import static hoso.command.judgement.RefusalCode.ALREADY_ANSWERED;
import static hoso.command.judgement.RefusalCode.ALREADY_PUBLISHED;
import static hoso.command.judgement.RefusalCode.ALREADY_RECEIVED;
import static hoso.command.judgement.RefusalCode.BEFORE_RECEIPT;
import static hoso.command.judgement.RefusalCode.FORBIDDEN;
import static hoso.command.judgement.RefusalCode.NOT_ANSWERED;
import static hoso.command.judgement.RefusalCode.TOO_MANY_FACTS;
import static hoso.command.judgement.RefusalCode.UNKNOWN_PETITION;
import static hoso.command.judgement.RefusalCode.UNKNOWN_UNIT;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.judgement.Refusal;
import hoso.command.judgement.Submission;
import hoso.event.Decision;
import hoso.event.PetitionFact;
import hoso.event.history.PetitionHistory;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a submission about a petition: received, answered once, published once after the answer, rated. */
public final class PetitionDecider {

    /**
     * A petition may be rated again and again; this ends it, as for the other facts of a dossier. What comes once is not
     * shut out: a petition that was rated too often is answered all the same.
     */
    static final int FACTS_MAX = 1_000;

    private PetitionDecider() {}

    /** Decides; pure. */
    public static Judgement decide(PetitionTimeline timeline, Submission submission, Reference reference) {
        Optional<Judgement> repeat = timeline.keys().judge(submission.publication());
        if (repeat.isPresent()) return repeat.get();
        try {
            check(timeline.history(), submission, reference);
            return new Judgement.Accepted(submission.accepted(timeline.history().events(), Decision.NONE));
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    private static void check(PetitionHistory history, Submission submission, Reference reference) {
        var fact = (PetitionFact) submission.publication().fact();
        Instant at = submission.publication().occurredAt();
        String unit = unit(history, fact, reference);
        if (!submission.rights().covers(unit, reference.today()))
            throw new Refusal(FORBIDDEN, "no right to the unit", Map.of("unit", unit));
        if (fact instanceof PetitionFact.PetitionRated && history.events() >= FACTS_MAX)
            throw new Refusal(TOO_MANY_FACTS, "the petition has as many facts as one may have");
        switch (fact) {
            case PetitionFact.PetitionReceived received -> {
                if (history.received() != null) throw new Refusal(ALREADY_RECEIVED, "the petition has been received");
            }
            case PetitionFact.PetitionAnswered answered -> checkAnswer(history, at);
            case PetitionFact.PetitionPublished published -> checkPublished(history, at);
            case PetitionFact.PetitionRated rated -> checkAfterReceipt(history, at);
        }
    }

    private static String unit(PetitionHistory history, PetitionFact fact, Reference reference) {
        if (fact instanceof PetitionFact.PetitionReceived received) {
            if (!reference.register().units().containsKey(received.unit()))
                throw new Refusal(UNKNOWN_UNIT, "no such unit has been registered", Map.of("unit", received.unit()));
            return received.unit();
        }
        if (history.received() == null) throw new Refusal(UNKNOWN_PETITION, "no such petition has been received");
        return history.received().unit();
    }

    private static void checkAnswer(PetitionHistory history, Instant at) {
        checkAfterReceipt(history, at);
        checkOnce(history.answeredAt(), new Refusal(ALREADY_ANSWERED, "the petition has been answered"));
    }

    private static void checkPublished(PetitionHistory history, Instant at) {
        checkAfterReceipt(history, at);
        checkOnce(history.publishedAt(), new Refusal(ALREADY_PUBLISHED, "the answer has been published"));
        if (history.answeredAt() == null || at.isBefore(history.answeredAt()))
            throw new Refusal(NOT_ANSWERED, "the petition had not been answered");
    }

    private static void checkOnce(@Nullable Instant before, Refusal refusal) {
        if (before != null) throw refusal;
    }

    private static void checkAfterReceipt(PetitionHistory history, Instant at) {
        Instant receivedAt = Objects.requireNonNull(history.receivedAt());
        if (at.isBefore(receivedAt))
            throw new Refusal(
                    BEFORE_RECEIPT, "it happened before the petition was received", Map.of("receivedAt", receivedAt));
    }
}
