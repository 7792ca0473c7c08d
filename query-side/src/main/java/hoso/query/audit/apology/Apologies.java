package hoso.query.audit.apology;

import hoso.query.audit.page.IdPage;
import hoso.query.audit.page.ListQuestion;
import hoso.query.books.Bounds;
import hoso.query.books.Trait;
import hoso.query.report.Cuts;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.Scene;
import hoso.query.report.dossiers.Candidates;
import hoso.query.report.dossiers.CellBounds;
import hoso.vocabulary.Timeliness;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

        private final Map<String, String> groupOfOwner = new HashMap<>();
        private final Map<String, Counts> groups = new TreeMap<>();
        private final String unit;
        private Counts total = Counts.NONE;

        Counting(Scene scene) {
            unit = scene.question().unit();
            for (String child : scene.tree().children(unit)) {
                groups.put(child, Counts.NONE);
                for (String owner : scene.tree().subtree(child)) groupOfOwner.put(owner, child);
            }
        }

        void add(LateDossier late) {
            String owner = late.dossier().received().unit();
            String group = groupOfOwner.getOrDefault(owner, unit);
            groups.put(group, groups.getOrDefault(group, Counts.NONE).and(late));
            total = total.and(late);
        }

        ApologyList.Counted counted() {
            return new ApologyList.Counted(total, groups);
        }
    }
}
