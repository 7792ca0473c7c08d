package hoso.command.dossier;

import static hoso.command.judgement.RefusalCode.ALREADY_RECEIVED;
import static hoso.command.judgement.RefusalCode.BEFORE_RECEIPT;
import static hoso.command.judgement.RefusalCode.FORBIDDEN;
import static hoso.command.judgement.RefusalCode.NOT_CLOSED;
import static hoso.command.judgement.RefusalCode.NOT_LATE;
import static hoso.command.judgement.RefusalCode.TOO_MANY_FACTS;
import static hoso.command.judgement.RefusalCode.UNKNOWN_DOSSIER;
import static hoso.command.judgement.RefusalCode.UNKNOWN_FACT;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.judgement.Refusal;
import hoso.command.judgement.RefusalCode;
import hoso.command.judgement.Submission;
import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.Decision;
import hoso.event.DossierFact;
import hoso.event.EventKey;
import hoso.event.Note;
import hoso.event.OtherFact;
import hoso.event.UnfitData;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.ReferenceRegister;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges a submission about a dossier in the contract's order: key, references, right to the unit, number of facts,
 * history; and decides what follows from it.
 */
public final class DossierDecider {

    /** Clock facts, corrections and re-decisions of one dossier: each can make all others be decided anew. */
    static final int CLOCK_FACTS_MAX = 1_000;

    /** Other facts, bounded apart, so that the one kind cannot shut out the other. */
    static final int OTHER_FACTS_MAX = 1_000;

    private final Timeline timeline;
    private final Submission submission;
    private final Reference reference;

    private DossierDecider(Timeline timeline, Submission submission, Reference reference) {
        this.timeline = timeline;
        this.submission = submission;
        this.reference = reference;
    }

    /** Decides; pure. */
    public static Judgement decide(Timeline timeline, Submission submission, Reference reference) {
        Optional<Judgement> repeat = timeline.keys().judge(submission.publication());
        if (repeat.isPresent()) return repeat.get();
        try {
            Decision decision = new DossierDecider(timeline, submission, reference).decision();
            return new Judgement.Accepted(submission.accepted(timeline.history().events(), decision));
        } catch (Refusal refusal) {
            return refusal.refused();
        } catch (UnfitData unfit) {
            return new Judgement.Refused(RefusalCode.of(unfit.code()), unfit.detail());
        }
    }

    /** The due instant an open dossier would have if its clock were decided anew; pure. */
    public static Instant dueIfRedecided(DossierHistory history, ReferenceRegister register) {
        Decision decision = new Redecision(history, register).everything(history.clock(), null);
        return Objects.requireNonNull(decision.now()).dueAt();
    }

    private Decision decision() {
        var fact = (DossierFact) submission.publication().fact();
        if (!(fact instanceof ClockFact.Received) && !history().alive())
            throw new Refusal(UNKNOWN_DOSSIER, "no such dossier has been received");
        return switch (fact) {
            case ClockFact.Received received -> received(received);
            case ClockFact clockFact -> clockFact(clockFact);
            case OtherFact otherFact -> otherFact(otherFact);
            case Amendment.Corrected corrected -> corrected(corrected);
            case Amendment.Voided voided -> voided(voided);
            case Amendment.ClockRedecided redecided -> redecided();
            case Note.Disputed disputed -> note(Decision.NONE);
            case Note.DisputeRuled ruled -> note(Decision.about(dispute(ruled)));
            case Note.TextsErased erased -> {
                // the law's order to erase is never shut out by the number of facts
                checkRightToOwn();
                yield Decision.NONE;
            }
        };
    }

    private Decision received(ClockFact.Received received) {
        ReceiptReferences.check(received, reference.register());
        checkRight(received.unit());
        checkNumber();
        if (history().alive())
            throw new Refusal(
                    ALREADY_RECEIVED,
                    "the dossier has been received",
                    Map.of("receivedAt", history().receivedAt()));
        return redecision().begun(timeline.history().events(), at(), received);
    }

    private Decision clockFact(ClockFact fact) {
        checkRightToOwn();
        checkNumber();
        int sequence = history().events();
        List<ClockEntry> entries = DossierHistory.placed(history().clock(), sequence, at(), fact);
        ClockJudge.judge(entries, sequence);
        return redecision().placed(entries, sequence);
    }

    private Decision otherFact(OtherFact fact) {
        checkRightToOwn();
        checkNumber();
        Instant at = at();
        if (at.isBefore(history().receivedAt()))
            throw new Refusal(
                    BEFORE_RECEIPT,
                    "it happened before the dossier was received",
                    Map.of("receivedAt", history().receivedAt()));
        if (fact instanceof OtherFact.ResultReturned
                && history()
                        .closing()
                        .filter(closing -> !at.isBefore(closing.at()))
                        .isEmpty())
            throw new Refusal(NOT_CLOSED, "the dossier was not closed when the result is said to be returned");
        if (fact instanceof OtherFact.ApologyIssued && !history().lateAt(at))
            throw new Refusal(
                    NOT_LATE,
                    "the dossier was not late",
                    Map.of("dueAt", history().dueAt()));
        return Decision.NONE;
    }

    private Decision corrected(Amendment.Corrected corrected) {
        int target = amendable(corrected.corrects());
        var correction = Correction.of(history(), target, corrected);
        correction.receipt().ifPresent(receipt -> ReceiptReferences.check(receipt, reference.register()));
        checkRightToOwn();
        correction.receipt().ifPresent(receipt -> checkRight(receipt.unit()));
        checkNumber();
        return correction.decide(redecision());
    }

    private Decision voided(Amendment.Voided voided) {
        int target = amendable(voided.corrects());
        checkRightToOwn();
        checkNumber();
        if (history().clockEntry(target).isEmpty()) return Decision.about(target);
        if (history().clock().getFirst().sequence() == target) return Decision.about(target);
        List<ClockEntry> rest = DossierHistory.without(history().clock(), target);
        ClockJudge.checkOrder(rest);
        return redecision().changed(target, rest);
    }

    private Decision redecided() {
        checkRightToOwn();
        checkNumber();
        return redecision().everything(history().clock(), null);
    }

    private Decision note(Decision decision) {
        checkRightToOwn();
        checkNumber();
        return decision;
    }

    /** The place of a fact that may be corrected or voided: one of this life that stands. */
    private int amendable(EventKey key) {
        return timeline.keys()
                .standing(key)
                .filter(sequence -> history().clockEntry(sequence).isPresent()
                        || history().otherEntry(sequence).isPresent())
                .orElseThrow(
                        () -> new Refusal(UNKNOWN_FACT, "the dossier has no such fact, or none that can be corrected"));
    }

    private int dispute(Note.DisputeRuled ruled) {
        return timeline.keys()
                .standing(ruled.dispute())
                .filter(history().disputes()::contains)
                .orElseThrow(() -> new Refusal(UNKNOWN_FACT, "the dossier has no such dispute"));
    }

    private void checkRightToOwn() {
        checkRight(history().received().unit());
    }

    private void checkRight(String unit) {
        if (!submission.rights().covers(unit, reference.today()))
            throw new Refusal(FORBIDDEN, "no right to the unit", Map.of("unit", unit));
    }

    private void checkNumber() {
        boolean clock =
                Timeline.countsWithClock((DossierFact) submission.publication().fact());
        boolean full = clock ? timeline.clockFacts() >= CLOCK_FACTS_MAX : timeline.otherFacts() >= OTHER_FACTS_MAX;
        if (full) throw new Refusal(TOO_MANY_FACTS, "the dossier has as many facts as one may have");
    }

    private Redecision redecision() {
        return new Redecision(history(), reference.register());
    }

    private DossierHistory history() {
        return timeline.history();
    }

    private Instant at() {
        return submission.publication().occurredAt();
    }
}
