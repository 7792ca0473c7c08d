package hoso.query.audit.apology;

import hoso.event.OtherFact.ApologyIssued;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.ledger.Tag;
import hoso.query.report.Cuts;
import hoso.query.report.dossiers.Behind;
import hoso.query.report.figure.Cells;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A dossier that was closed late in a period ({@code resolved.late}), or is overdue at its end ({@code pending.overdue}).
 *
 * @param closing empty of one that is open at the end of the period
 * @param letter the last apology not after the closing, or before the end of the period
 * @param matter empty where a letter is all there is: it promised nothing
 */
record LateDossier(
        DossierHistory dossier, Optional<ClockEntry> closing, Optional<OtherEntry> letter, Optional<Matter> matter) {

    private static final Behind CLOSED_LATE = new Behind.Figure(Cells.cell("resolved.late"));
    private static final Behind OVERDUE = new Behind.Figure(Cells.cell("pending.overdue"));

    static Optional<LateDossier> of(DossierHistory dossier, Cuts cuts) {
        if (CLOSED_LATE.lists(dossier, cuts)) return Optional.of(closed(dossier, closingOf(dossier)));
        return OVERDUE.lists(dossier, cuts) ? Optional.of(overdue(dossier, cuts.end())) : Optional.empty();
    }

    private static ClockEntry closingOf(DossierHistory dossier) {
        return dossier.closing().orElseThrow();
    }

    /** An apology that came after the closing is one, but promises nothing; so it is with the tags of a report. */
    private static LateDossier closed(DossierHistory dossier, ClockEntry closing) {
        Optional<OtherEntry> letter = last(dossier, at -> !at.isAfter(closing.at()));
        return new LateDossier(dossier, Optional.of(closing), letter, matter(Tag.of(dossier), promise(letter)));
    }

    private static Optional<Matter> matter(Set<Tag> tags, Optional<Instant> promised) {
        if (tags.contains(Tag.PROMISE_KEPT)) return Optional.of(Matter.KEPT);
        if (promised.isPresent()) return Optional.of(Matter.BROKEN);
        return tags.contains(Tag.APOLOGISED) ? Optional.empty() : Optional.of(Matter.WITHOUT_LETTER);
    }

    private static LateDossier overdue(DossierHistory dossier, Instant end) {
        Optional<OtherEntry> letter = last(dossier, at -> at.isBefore(end));
        Optional<Matter> matter = letter.isEmpty()
                ? Optional.of(Matter.WITHOUT_LETTER)
                : promise(letter).map(promised -> promised.isBefore(end) ? Matter.PROMISE_PASSED : Matter.PROMISED);
        return new LateDossier(dossier, Optional.empty(), letter, matter);
    }

    /** By time, then position. */
    private static Optional<OtherEntry> last(DossierHistory dossier, Predicate<Instant> issued) {
        return dossier.others().stream()
                .filter(entry -> entry.fact() instanceof ApologyIssued && issued.test(entry.at()))
                .max(Comparator.comparing(OtherEntry::at).thenComparingInt(OtherEntry::sequence));
    }

    private static Optional<Instant> promise(Optional<OtherEntry> letter) {
        return letter.map(entry -> ((ApologyIssued) entry.fact()).promisedAt());
    }
}
