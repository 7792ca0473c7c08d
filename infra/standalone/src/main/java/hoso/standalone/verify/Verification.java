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

    /** An index gives the order that is asked for: sorting a whole store would fill the disk before the first row comes. */
    private static final String BY_INDEX = "SET LOCAL enable_sort = off; SET LOCAL enable_seqscan = off;"
            + " SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;"
            + " SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off";

    /** @throws SQLException where the database cannot be read */
    public Findings run() throws SQLException, IOException {
        var findings = new Findings();
        // in this order: on a house that runs, nothing outside then is ahead of what is read inside
        var outside = Outside.measured(folder, copy);
        var connections = connections();
        try (var connection = connections.getConnection()) {
            atOneMoment(connection);
            store(connection, connections, outside, findings);
            snapshots(connection, outside, findings);
            connection.rollback();
        }
        return findings;
    }

    private PGSimpleDataSource connections() {
        var connections = new PGSimpleDataSource();
        connections.setUrl(url);
        connections.setUser(login.user());
        connections.setPassword(login.password());
        connections.setApplicationName("hoso verify");
        return connections;
    }

    private static void atOneMoment(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute(BY_INDEX);
        }
    }

    private void store(Connection connection, PGSimpleDataSource connections, Outside outside, Findings findings)
            throws SQLException, IOException {
        if (!exists(connection, "store.event")) {
            findings.absent(Check.POSITIONS, "no event store in this database");
            return;
        }
        boolean signs = exists(connection, "store.tree_head");
        try (var beside = connections.getConnection()) {
            new StoreVerification(connection, beside, signs, outside, findings, progress).run();
        }
    }

    private static void snapshots(Connection connection, Outside outside, Findings findings)
            throws SQLException, IOException {
        if (!exists(connection, "snapshot.entry")) {
            findings.absent(Check.CHAIN, "no snapshots in this database");
            return;
        }
        // the one connection, which sees the same moment; it is not closed by whoever has done with it
        var same = new SingleConnectionDataSource(connection, true);
        new ChainCheck(new Chain(same, () -> Instant.EPOCH), findings).walk();
        boolean signs = exists(connection, "snapshot.head");
        boolean beside = exists(connection, "store.tree_head");
        new ChainHeadCheck(connection, signs, beside, outside, findings).run();
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT to_regclass(?) IS NOT NULL")) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
