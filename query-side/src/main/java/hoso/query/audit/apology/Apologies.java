package hoso.query.audit.apology;

import hoso.query.audit.page.IdPage;
import hoso.query.audit.page.ListQuestion;
import hoso.query.books.Bounds;
import hoso.query.books.Trait;
import hoso.query.report.ByUnit;
import hoso.query.report.Cuts;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.Scene;
import hoso.query.report.dossiers.Candidates;
import hoso.query.report.dossiers.CellBounds;
import hoso.vocabulary.Timeliness;
import java.util.Optional;

/** Looks at the late dossiers of a report: the first page at all of them, to count them by unit. */
public final class Apologies {

    private final Candidates candidates;

    public Apologies(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * @param matter of the dossiers that are listed; none are where it is empty
     */
    ApologyList list(ListQuestion question, Optional<Matter> matter, Admitted admitted) {
        Cuts cuts = Cuts.of(question.report(), admitted.standpoint().now());
        var page = new IdPage<ApologyList.Listed>(question.limit());
        var counting = new Counting(admitted.scene());
        candidates.inOrderOfId(
                admitted.standpoint().position(),
                admitted.scene().units(),
                bounds(cuts),
                question.afterId(),
                (id, dossier) -> {
                    LateDossier.of(dossier, cuts).ifPresent(late -> {
                        counting.add(late);
                        if (matter.isPresent() && late.matter().equals(matter))
                            page.offer(id, new ApologyList.Listed(id, late));
                    });
                    return question.isFirstPage() || !page.full();
                });
        return new ApologyList(
                cuts,
                question.isFirstPage() ? Optional.of(counting.counted()) : Optional.empty(),
                page.items(),
                page.end());
    }

    private static Bounds bounds(Cuts cuts) {
        return CellBounds.of("received.total", cuts)
                .and(new Trait.Due(null, cuts.end()))
                .and(new Trait.Either(new Trait.Closed(Timeliness.LATE), new Trait.OpenAt(cuts.end())));
    }

    private static final class Counting {

        private final ByUnit<Counts> byUnit;
        private Counts total = Counts.NONE;

        Counting(Scene scene) {
            byUnit = new ByUnit<>(scene, Counts.NONE);
        }

        void add(LateDossier late) {
            byUnit.count(late.dossier().received().unit(), counts -> counts.and(late));
            total = total.and(late);
        }

        ApologyList.Counted counted() {
            return new ApologyList.Counted(total, byUnit.groups());
        }
    }
}
