package hoso.query.report.dossiers;

import hoso.query.books.BookReader;
import hoso.query.question.Standpoint;
import hoso.query.report.ByUnit;
import hoso.query.report.Cuts;
import hoso.query.report.Scene;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists the dossiers behind figures. */
public final class DossierLists {

    private final Candidates candidates;
    private final BookReader books;

    public DossierLists(Candidates candidates, BookReader books) {
        this.candidates = candidates;
        this.books = books;
    }

    DossierList list(CellQuestion question, Scene scene, Standpoint standpoint) {
        Cuts cuts = Cuts.of(question.report(), standpoint.now());
        Members members = Members.of(scene, question.key());
        OptionalLong figure = figure(question.behind(), members, standpoint, cuts);
        // where the figure itself tells how many there are, a list by id need not be gone through to its end
        boolean mayStop = question.sort() == Sort.ID && figure.isPresent();
        var page = new Page(question);
        Optional<ByUnit<Long>> byUnit = byUnit(question, scene, figure);
        candidates.inOrderOfId(
                standpoint.position(),
                members.units(),
                question.behind().bounds(cuts),
                mayStop ? question.after().map(end -> end.last().id()).orElse("") : "",
                (id, dossier) -> {
                    if (members.holds(dossier) && question.behind().lists(dossier, cuts)) {
                        page.offer(new Candidate(id, dossier));
                        byUnit.ifPresent(
                                counts -> counts.count(dossier.received().unit(), count -> count + 1));
                    }
                    return !(mayStop && page.full());
                });
        return new DossierList(
                question,
                scene,
                standpoint,
                cuts,
                page.dossiers(),
                figure.orElse(page.offered()),
                byUnit.map(ByUnit::groups),
                page.end().map(last -> end(question, standpoint, last)));
    }

    /** Where a figure counts the dossiers, its report tells it of each unit; without one the list is gone through anyway. */
    private static Optional<ByUnit<Long>> byUnit(CellQuestion question, Scene scene, OptionalLong figure) {
        boolean told = figure.isPresent()
                || question.key().isPresent()
                || question.after().isPresent();
        return told ? Optional.empty() : Optional.of(new ByUnit<>(scene, 0L));
    }

    /** The figure itself, where every dossier behind it adds 1 to it. */
    private OptionalLong figure(Behind behind, Members members, Standpoint standpoint, Cuts cuts) {
        if (!(behind instanceof Behind.Figure figure) || !figure.countsDossiers()) return OptionalLong.empty();
        var sums = books.sumsBefore(
                standpoint.position(), members.dimension(), members.units(), List.of(cuts.start(), cuts.end()));
        return OptionalLong.of(sums.entrySet().stream()
                .filter(entry -> members.key().map(entry.getKey()::equals).orElse(true))
                .mapToLong(entry -> figure.of().value(entry.getValue()[0], entry.getValue()[1]))
                .sum());
    }

    private static PageEnd end(CellQuestion question, Standpoint standpoint, SortKey last) {
        return new PageEnd(
                question.list(),
                standpoint.position(),
                question.report().at().orElse(standpoint.now()),
                question.report().tree(),
                last);
    }
}
