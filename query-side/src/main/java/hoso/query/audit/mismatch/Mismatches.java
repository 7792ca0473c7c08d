package hoso.query.audit.mismatch;

import hoso.event.history.DossierHistory;
import hoso.query.audit.page.IdPage;
import hoso.query.audit.page.ListQuestion;
import hoso.query.audit.portal.Cause;
import hoso.query.audit.portal.Difference;
import hoso.query.audit.portal.SideBySide;
import hoso.query.books.Bounds;
import hoso.query.books.Trait;
import hoso.query.ledger.Tag;
import hoso.query.report.Cuts;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.dossiers.Candidates;
import hoso.query.report.dossiers.CellBounds;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the dossiers in the scope of a report, {@code received.total}, of which the portal showed something or its rule
 * makes something else, as both stood where the report ends.
 *
 * <p>The first page looks at all of them, to count them by cause; the others go on from where the page before ended.
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
        var counting = new Counting();
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

    /** Never observed, a dossier can still be seen otherwise, for its supplement requests. */
    private static Bounds bounds(Cuts cuts) {
        return CellBounds.of("received.total", cuts)
                .and(new Trait.Either(new Trait.Tagged(Tag.PORTAL_OBSERVED), new Trait.SeenOtherwise()));
    }

    private static Optional<SideBySide> otherwise(DossierHistory dossier, Cuts cuts) {
        return SideBySide.of(dossier, cuts.end())
                .filter(sides -> !sides.differences().isEmpty());
    }

    private static boolean has(SideBySide sides, Cause cause) {
        return sides.differences().stream().anyMatch(difference -> difference.cause() == cause);
    }

    private static final class Counting {

        private final Map<Cause, Long> byCause = new EnumMap<>(Cause.class);
        private long dossiers;

        void add(SideBySide sides) {
            dossiers++;
            sides.differences().stream()
                    .map(Difference::cause)
                    .distinct()
                    .forEach(cause -> byCause.merge(cause, 1L, Long::sum));
        }

        MismatchList.Counted counted() {
            return new MismatchList.Counted(dossiers, byCause);
        }
    }
}
