package hoso.command.treehead;

import static org.awaitility.Awaitility.await;

import hoso.command.store.EventStore;
import hoso.command.store.StoredSamples;
import hoso.edge.heads.HeadKey;
import hoso.edge.heads.ProofFolder;
import hoso.proof.TreeHead;
import hoso.testkit.database.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A store whose heads are signed, on a database that a superuser may get at. */
final class SigningHouse implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.fresh();
    private final ProofFolder folder;

    SigningHouse(Path folder) {
        this.folder = new ProofFolder(folder);
    }

    ProofFolder folder() {
        return folder;
    }

    /** From its start to its end in order. */
    final class Run implements AutoCloseable {

        private final EventStore store = new EventStore(StoredSamples.settings(database));
        private final HeadSigner signer;

        private Run(Duration every, boolean guarded) throws InterruptedException {
            if (guarded) store.addWitness(new HeadWitness(folder));
            store.open();
            signer = HeadSigner.open(
                    new HeadSettings(
                            database.jdbcUrl(),
                            StoredSamples.settings(database).application(),
                            "H20",
                            folder,
                            Clock.systemUTC(),
                            every),
                    store,
                    null);
        }

        void dossiers(String prefix, int dossiers, int events) {
            StoredSamples.dossiers(store, prefix, dossiers, events);
        }

        EventStore store() {
            return store;
        }

        HeadStatus status() {
            return signer.status();
        }

        /** Why it takes no writes. */
        String awaitRefused() {
            await().atMost(WITHIN).until(() -> store.hindrance().isPresent());
            return store.hindrance().orElseThrow();
        }

        void awaitWriting() {
            await().atMost(WITHIN).until(store::writing);
        }

        HeadStatus awaitSigned() {
            await().atMost(WITHIN).until(() -> signer.size() == store.head());
            return signer.status();
        }

        HeadStatus awaitStopped() {
            await().atMost(WITHIN).until(() -> signer.status().state() == HeadStatus.State.STOPPED);
            return signer.status();
        }

        @Override
        public void close() {
            signer.close();
            store.close();
        }
    }

    Run started() throws InterruptedException {
        return new Run(Duration.ofMillis(50), false);
    }

    /** Writes only where the store is what was signed. */
    Run startedGuarded() throws InterruptedException {
        return new Run(Duration.ofMillis(50), true);
    }

    /** Signs what there is when it starts, and when it ends. */
    Run startedSlow() throws InterruptedException {
        return new Run(Duration.ofHours(1), false);
    }

    void asSuperuser(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            // what a superuser need not heed
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }

    void asApplication(String sql) throws SQLException {
        try (var connection = database.connectAs(database.application());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As an instance of this house does that carries out an order. */
    void declareLost(int incarnation, long from, long to) throws SQLException {
        String order = HeadKey.keptIn(folder, ProofFolder.STORE)
                .sign(new TreeHead.Loss("H20", incarnation, from, to, Instant.parse("2026-03-01T02:00:00Z")))
                .line();
        asSuperuser("INSERT INTO store.incarnation VALUES (%d, %d, %d, %d, now(), 'an operator', '%s')"
                .formatted(incarnation, to + 1, from, to, order));
    }

    List<byte[]> leaves() throws SQLException {
        List<byte[]> leaves = new ArrayList<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT leaf FROM store.event ORDER BY position")) {
            while (rows.next()) leaves.add(rows.getBytes(1));
        }
        return leaves;
    }

    List<String> lines() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT line FROM store.tree_head ORDER BY size")) {
            while (rows.next()) lines.add(rows.getString(1));
        }
        return lines;
    }

    @Override
    public void close() {
        database.close();
    }
}
