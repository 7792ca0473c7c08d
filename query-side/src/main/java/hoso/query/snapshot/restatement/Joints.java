package hoso.query.snapshot.restatement;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.query.question.Standpoint;
import hoso.query.report.Joining;
import hoso.query.report.Scene;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.chain.About;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.FrozenReport;
import hoso.vocabulary.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Joins a report to the last snapshot that ends where it begins, and explains what does not fit. */
public final class Joints implements Joining {

    private static final String PENDING = "pending.total";

    /** Boards ask for the same few reports again and again, and mostly nothing has happened in between. */
    private static final int REMEMBERED_MAX = 256;

    private final Chain chain;
    private final RestatementDesk restatements;
    private final Cache<Asked, List<Joint.Part>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();

    /** What an explanation depends on, and nothing else. */
    private record Asked(long snapshot, long position, LocalDate tree) {}

    public Joints(Chain chain, RestatementDesk restatements) {
        this.chain = chain;
        this.restatements = restatements;
    }

    /** Of the snapshots frozen by then, at a position that the report covers. */
    @Override
    public Optional<Joint> joint(Scene scene, Standpoint standpoint, Instant by, long carriedOver) {
        LocalDate dayBefore = scene.question().period().from().minusDays(1);
        return chain.table()
                .lastEnding(scene.question().unit(), dayBefore, standpoint.position(), by)
                .map(before -> joint(before, scene, standpoint, carriedOver));
    }

    /** Mostly they fit, and nothing need be explained. */
    private Joint joint(Header before, Scene scene, Standpoint standpoint, long carriedOver) {
        About about = before.about();
        List<Joint.Part> parts = about.pending() == carriedOver
                ? List.of()
                : remembered.get(
                        new Asked(
                                before.number(),
                                standpoint.position(),
                                scene.question().tree()),
                        asked -> parts(before, scene, standpoint));
        return new Joint(
                Snapshot.id(before), new Period(about.from(), about.to()), about.pending(), carriedOver, parts);
    }

    /** What the one before left pending is what this one carries over, counted by the same tree. */
    private List<Joint.Part> parts(Header before, Scene scene, Standpoint standpoint) {
        Snapshot snapshot =
                chain.table().report(before.number()).map(chain::read).orElseThrow();
        // one that nobody can read any more is told by its replay; here its two numbers stand unexplained
        return snapshot.report()
                .map(report -> parts(snapshot, report, scene, standpoint))
                .orElse(List.of());
    }

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
