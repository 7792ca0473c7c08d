package hoso.query.audit.mismatch;

import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.query.audit.page.IdPage;
import hoso.query.audit.page.ListQuestion;
import hoso.query.audit.portal.Cause;
import hoso.query.audit.portal.Difference;
import hoso.query.audit.portal.SideBySide;
import hoso.query.books.Bounds;
import hoso.query.books.Trait;
import hoso.query.ledger.Tag;
import hoso.query.report.ByUnit;
import hoso.query.report.Cuts;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.Scene;
import hoso.query.report.dossiers.Candidates;
import hoso.query.report.dossiers.CellBounds;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the dossiers in the scope of a report, by the ledger or by the portal's rule ({@code received.total}, {@code
 * portal.inScope}), of which the portal showed something or its rule makes something else, as both stood where the report ends.
 *
 * <p>The first page looks at all of them, to count them by cause and by unit; the others go on from where the page before ended.
 */
public final class Mismatches {

    private final Candidates candidates;

    public Mismatches(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * @param cause what the list is bound to, not the counts
     */
    MismatchList list(ListQuestion question, Optional<Cause> cause, Admitted admitted) {
        Cuts cuts = Cuts.of(question.report(), admitted.standpoint().now());
        var page = new IdPage<Mismatch>(question.limit());
        var counting = new Counting(admitted.scene());
        candidates.inOrderOfId(
                admitted.standpoint().position(),
                admitted.scene().units(),
                bounds(cuts),
                question.afterId(),
                (id, dossier) -> {
                    Optional<SideBySide> sides = otherwise(dossier, cuts);
                    sides.ifPresent(counting::add);
                    sides.filter(seen -> cause.isEmpty() || has(seen, cause.get()))
                            .ifPresent(seen -> page.offer(id, new Mismatch(id, seen)));
                    return question.isFirstPage() || !page.full();
                });
        return new MismatchList(
                cuts,
                question.isFirstPage() ? Optional.of(counting.counted()) : Optional.empty(),
                page.items(),
                page.end());
    }

    /**
     * What the portal's scope is bound to holds the ledger's. Never observed, a dossier can still be seen otherwise, for its
     * supplement requests: as it is now, or, where it was open at the end of the report, as it was then.
     */
    private static Bounds bounds(Cuts cuts) {
        var seenOtherwise = new Trait.Either(new Trait.SeenOtherwise(), new Trait.OpenAt(cuts.end()));
        return CellBounds.of("portal.inScope", cuts)
                .and(new Trait.Either(new Trait.Tagged(Tag.PORTAL_OBSERVED), seenOtherwise));
    }

    private static Optional<SideBySide> otherwise(DossierHistory dossier, Cuts cuts) {
        return SideBySide.of(dossier, cuts.end())
                .filter(sides -> inScope(sides, cuts))
                .filter(sides -> !sides.differences().isEmpty());
    }

    /** Going on in the period, for one of them at least. */
    private static boolean inScope(SideBySide sides, Cuts cuts) {
        Optional<Instant> closedAt = sides.stood().closing().map(ClockEntry::at);
        return goesOnAt(cuts.start(), closedAt) || goesOnAt(cuts.start(), sides.endedThere());
    }

    private static boolean goesOnAt(Instant start, Optional<Instant> ended) {
        return ended.isEmpty() || !ended.get().isBefore(start);
    }

    private static boolean has(SideBySide sides, Cause cause) {
        return sides.differences().stream().anyMatch(difference -> difference.cause() == cause);
    }

    private static final class Counting {

        private final Map<Cause, Long> byCause = new EnumMap<>(Cause.class);
        private final ByUnit<Long> byUnit;
        private long dossiers;

        Counting(Scene scene) {
            byUnit = new ByUnit<>(scene, 0L);
        }

        void add(SideBySide sides) {
            dossiers++;
            byUnit.count(sides.stood().received().unit(), count -> count + 1);
            sides.differences().stream()
                    .map(Difference::cause)
                    .distinct()
                    .forEach(cause -> byCause.merge(cause, 1L, Long::sum));
        }

        MismatchList.Counted counted() {
            return new MismatchList.Counted(dossiers, byCause, byUnit.groups());
        }
    }
}
