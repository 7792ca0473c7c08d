package hoso.standalone.verify;

import hoso.edge.heads.ProofFolder;
import hoso.postgres.Credentials;
import hoso.query.snapshot.chain.Chain;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The check of a whole database, as it was at one moment.
 *
 * @param login may read the store and the chain of snapshots
 * @param folder of heads, leaves and keys; null where none is at hand
 * @param copy of the file of heads, kept elsewhere; null for none
 */
public record Verification(
        String url,
        Credentials login,
        @Nullable ProofFolder folder,
        @Nullable Path copy,
        Progress progress) {

    /** @throws SQLException where the database cannot be read */
    public Findings run() throws SQLException, IOException {
        var findings = new Findings();
        // in this order: on a house that runs, nothing outside then is ahead of what is read inside
        var outside = Outside.measured(folder, copy);
        var connections = OneMoment.connections(url, login, "hoso verify");
        try (var connection = connections.getConnection()) {
            OneMoment.begin(connection);
            store(connection, connections, outside, findings);
            snapshots(connection, outside, findings);
            connection.rollback();
        }
        return findings;
    }

    private void store(Connection connection, PGSimpleDataSource connections, Outside outside, Findings findings)
            throws SQLException, IOException {
        if (!OneMoment.has(connection, "store.event")) {
            findings.absent(Check.POSITIONS, "no event store in this database");
            return;
        }
        boolean signs = OneMoment.has(connection, "store.tree_head");
        try (var beside = connections.getConnection()) {
            new StoreVerification(connection, beside, signs, outside, findings, progress).run();
        }
    }

    private static void snapshots(Connection connection, Outside outside, Findings findings)
            throws SQLException, IOException {
        if (!OneMoment.has(connection, "snapshot.entry")) {
            findings.absent(Check.CHAIN, "no snapshots in this database");
            return;
        }
        // the one connection, which sees the same moment; it is not closed by whoever has done with it
        var same = new SingleConnectionDataSource(connection, true);
        new ChainCheck(new Chain(same, () -> Instant.EPOCH), findings).walk();
        boolean signs = OneMoment.has(connection, "snapshot.head");
        boolean beside = OneMoment.has(connection, "store.tree_head");
        new ChainHeadCheck(connection, signs, beside, outside, findings).run();
    }
}
