package hoso.query.snapshot.content;

import hoso.event.history.ReferenceRegister;
import hoso.query.question.Names;
import hoso.query.question.Standpoint;
import hoso.query.report.Asked;
import hoso.query.report.Scene;
import hoso.query.report.Town;
import hoso.query.snapshot.SnapshotKind;
import java.time.Instant;

/** Freezes reports on a town. */
public final class FrozenTown {

    private FrozenTown() {}

    /** The canonical bytes of a report as of the newest posting. */
    public static byte[] bytes(Town town, String query, SnapshotKind kind, Instant now) {
        return bytes(town, town.reference, query, kind, now);
    }

    private static byte[] bytes(Town town, ReferenceRegister known, String query, SnapshotKind kind, Instant now) {
        Scene scene = Scene.of(Asked.question(query), known, Names.PLAIN);
        var standpoint = new Standpoint(town.position(), Instant.parse("2024-04-01T02:00:00Z"), now);
        return new ReportContent(town.books(), Asked.EDITION).of(kind, scene, standpoint);
    }

    public static FrozenReport report(Town town, String query) {
        return report(town, town.reference, query);
    }

    /**
     * @param known in place of the town's own
     */
    static FrozenReport report(Town town, ReferenceRegister known, String query) {
        Instant now = Instant.parse("2026-11-20T00:00:00Z");
        return FrozenReport.read(bytes(town, known, query, SnapshotKind.MONTH, now));
    }
}
