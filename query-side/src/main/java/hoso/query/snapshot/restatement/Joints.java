package hoso.query.snapshot.restatement;

import hoso.query.question.Standpoint;
import hoso.query.report.Joining;
import hoso.query.report.Scene;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.FrozenReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Joins a report to the last snapshot that ends where it begins, and explains what does not fit. */
public final class Joints implements Joining {

    private static final String PENDING = "pending.total";

    private final Chain chain;
    private final RestatementDesk restatements;

    public Joints(Chain chain, RestatementDesk restatements) {
        this.chain = chain;
        this.restatements = restatements;
    }

    /** Of the snapshots frozen by then, at a position that the report covers; empty too where it can no longer be read. */
    @Override
    public Optional<Joint> joint(Scene scene, Standpoint standpoint, Instant by, long carriedOver) {
        LocalDate dayBefore = scene.question().period().from().minusDays(1);
        return chain.table()
                .lastEnding(scene.question().unit(), dayBefore, standpoint.position(), by)
                .map(chain::read)
                .flatMap(
                        before -> before.report().map(report -> joint(before, report, scene, standpoint, carriedOver)));
    }

    /** Mostly they fit, and nothing need be explained. */
    private Joint joint(Snapshot before, FrozenReport report, Scene scene, Standpoint standpoint, long carriedOver) {
        long pending = report.total().cell(PENDING);
        List<Joint.Part> parts = pending == carriedOver ? List.of() : parts(before, report, scene, standpoint);
        return new Joint(before.id(), report.period(), pending, carriedOver, parts);
    }

    /** What the one before left pending is what this one carries over, counted by the same tree. */
    private List<Joint.Part> parts(Snapshot before, FrozenReport report, Scene scene, Standpoint standpoint) {
        LocalDate tree = scene.question().tree();
        return restatements
                .restated(before, report, tree, report.by(), standpoint, Listing.none(PENDING))
                .cells()
                .stream()
                .filter(cell -> cell.key().group().equals(CellKey.TOTAL))
                .flatMap(cell -> cell.parts().stream())
                .filter(part -> part.difference() != 0)
                .map(part -> new Joint.Part(part.cause(), part.difference(), part.dossiers()))
                .toList();
    }
}
