package hoso.query.snapshot.document;

import hoso.query.report.Town;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.FrozenTown;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Snapshots of a town. */
final class PrintedTown {

    static final String MARCH = "unit=H1&from=2025-03-01&to=2025-03-31";
    static final Instant FROZEN_AT = Instant.parse("2025-04-02T03:04:05Z");
    static final String SHA256 = "0123456789abcdef".repeat(4);

    private PrintedTown() {}

    static Town busy(long seed) {
        var random = new Random(seed);
        var town = new Town();
        for (int index = 0; index < 280; index++)
            town.dossier(random, Instant.parse("2024-12-01T00:00:00Z"), Instant.parse("2025-05-01T00:00:00Z"));
        for (int index = 0; index < 20; index++)
            town.petition(random, Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-05-01T00:00:00Z"));
        return town;
    }

    static PrintedSnapshot of(Town town, String query) {
        return of(FrozenTown.report(town, query), Optional.empty(), Optional.empty());
    }

    static PrintedSnapshot provisional(Town town) {
        byte[] bytes = FrozenTown.bytes(town, MARCH, SnapshotKind.MONTH, Instant.parse("2025-03-10T02:00:00Z"));
        return of(FrozenReport.read(bytes), Optional.empty(), Optional.empty());
    }

    static PrintedSnapshot of(FrozenReport report, Optional<Joint> joint, Optional<Signature> signature) {
        return new PrintedSnapshot("2025-000017", SHA256, FROZEN_AT, report, joint, signature);
    }
}
