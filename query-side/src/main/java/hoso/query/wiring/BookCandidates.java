package hoso.query.wiring;

import hoso.query.books.Bounds;
import hoso.query.books.DossierReader;
import hoso.query.report.dossiers.Candidate;
import hoso.query.report.dossiers.Candidates;
import hoso.query.report.dossiers.Narrowing;
import java.util.Set;
import java.util.function.Predicate;

/** Candidates for a drill-down, from the dossier states of the books. */
record BookCandidates(DossierReader dossiers) implements Candidates {

    @Override
    public void inOrderOfId(
            long position, Set<String> units, Narrowing narrowing, String after, Predicate<Candidate> each) {
        var bounds = new Bounds(
                narrowing.receivedFrom(),
                narrowing.receivedBefore(),
                narrowing.notClosedBefore(),
                narrowing.closedBefore());
        dossiers.inOrderOfId(
                position, units, bounds, after, (id, history) -> each.test(new Candidate(id, history)));
    }
}
