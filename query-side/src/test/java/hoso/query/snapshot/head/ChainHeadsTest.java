package hoso.query.snapshot.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.heads.HeadKey;
import hoso.edge.heads.HeadPublisher;
import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.TreeHead.Covered;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.ChainWitness;
import hoso.query.snapshot.chain.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChainHeadsTest {

    private static final Instant NOW = Instant.parse("2024-04-01T02:00:00.123456Z");
    private static final Covered COVERED = new Covered("H20", 1, 412_345, "ab".repeat(32));

    private final BooksDatabase database = new BooksDatabase();

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        database.close();
    }

    private ChainHeads heads(KnownStoreHeads stores) {
        return heads(stores, null);
    }

    private ChainHeads heads(KnownStoreHeads stores, @Nullable HeadPublisher publisher) {
        return new ChainHeads(database.dataSource(), new ProofFolder(data), stores, () -> NOW, publisher);
    }

    private Chain chain(ChainWitness witness) {
        return new Chain(database.dataSource(), () -> NOW, witness);
    }

    private static Draft row(long snapshot) {
        return Draft.Signature.of("clerk", new Draft.Signed("office", "title", "86/" + snapshot), snapshot);
    }

    private List<String> table() {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT line FROM snapshot.head ORDER BY number")
                .query(String.class)
                .list();
    }

    private List<String> file() throws Exception {
        return Files.readAllLines(new ProofFolder(data).heads(ProofFolder.SNAPSHOTS));
    }

    @Test
    void each_row_is_followed_by_a_head_that_names_its_hash_and_quotes_the_store() throws Exception {
        var chain = chain(heads(() -> List.of(COVERED)));
        var one = chain.add(row(1));
        var two = chain.add(row(2));

        var key = KnownKeys.of(new ProofFolder(data), ProofFolder.SNAPSHOTS).getFirst();
        var signed = file().stream().map(SignedHead::read).toList();
        assertThat(signed)
                .extracting(SignedHead::head)
                .containsExactly(
                        new TreeHead.Snapshots(1, one.hash(), NOW, List.of(COVERED)),
                        new TreeHead.Snapshots(2, two.hash(), NOW, List.of(COVERED)));
        assertThat(signed).allMatch(head -> head.isSignedBy(key));
        assertThat(table()).isEqualTo(file());
    }

    @Test
    void a_row_that_is_not_added_has_no_head() throws Exception {
        var chain = chain(heads(KnownStoreHeads.NONE));
        chain.add(row(1));
        assertThatThrownBy(() -> chain.add(row(1))).isInstanceOf(DuplicateKeyException.class);
        assertThat(table()).hasSize(1).isEqualTo(file());
    }

    @Test
    void rows_that_are_added_at_once_stand_in_the_file_in_their_order() throws Exception {
        var chain = chain(heads(KnownStoreHeads.NONE));
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> adding = new ArrayList<>();
            for (int number = 1; number <= 40; number++) {
                var row = row(number);
                adding.add(threads.submit(() -> chain.add(row)));
            }
            for (var added : adding) added.get();
        }
        assertThat(file()).hasSize(40).isEqualTo(table());
    }

    @Test
    void a_chain_from_before_is_signed_at_the_start_and_a_file_that_lags_is_made_up_for() throws Exception {
        chain(ChainWitness.NONE).add(row(1));
        var old = chain(ChainWitness.NONE).add(row(2));
        heads(KnownStoreHeads.NONE).begin();
        assertThat(table()).hasSize(1).isEqualTo(file());
        assertThat(SignedHead.read(table().getFirst()).head())
                .isEqualTo(new TreeHead.Snapshots(2, old.hash(), NOW, List.of()));

        chain(heads(KnownStoreHeads.NONE)).add(row(3));
        Path file = new ProofFolder(data).heads(ProofFolder.SNAPSHOTS);
        Files.writeString(file, table().getFirst() + "\n{\"head\":{\"torn");
        heads(KnownStoreHeads.NONE).begin();
        assertThat(file()).hasSize(2).isEqualTo(table());
        heads(KnownStoreHeads.NONE).begin();
        assertThat(file()).hasSize(2);
    }

    @Test
    void a_file_of_another_chain_is_left_as_it_is() throws Exception {
        var heads = heads(KnownStoreHeads.NONE);
        var chain = chain(heads);
        chain.add(row(1));
        assertThat(heads.isBehind()).isFalse();
        Path file = new ProofFolder(data).heads(ProofFolder.SNAPSHOTS);
        Files.writeString(file, file().getFirst().replace("\"rows\":1", "\"rows\":9") + "\n");
        String strange = Files.readString(file);
        chain.add(row(2));
        assertThat(Files.readString(file)).isEqualTo(strange);
        assertThat(table()).hasSize(2);
        assertThat(heads.isBehind()).isTrue();

        Files.delete(file);
        chain.add(row(3));
        assertThat(heads.isBehind()).isFalse();
    }

    @Test
    void heads_are_behind_while_the_newest_cannot_be_published() {
        var nowhere = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:1");
        try (var publisher = HeadPublisher.open(nowhere, "heads")) {
            var heads = heads(KnownStoreHeads.NONE, publisher);
            heads.begin();
            assertThat(heads.isBehind()).as("there is none to publish").isFalse();
            chain(heads).add(row(1));
            assertThat(heads.isBehind()).isTrue();
        }
    }

    @Test
    void of_a_database_that_was_put_back_the_file_is_written_anew_when_the_old_one_is_moved_aside() throws Exception {
        var chain = chain(heads(KnownStoreHeads.NONE));
        chain.add(row(1));
        chain.add(row(2));
        database.forge("DELETE FROM snapshot.entry WHERE number = 2; DELETE FROM snapshot.head WHERE number = 2");
        Path file = new ProofFolder(data).heads(ProofFolder.SNAPSHOTS);
        heads(KnownStoreHeads.NONE).begin();
        assertThat(file()).hasSize(2);

        Files.move(file, file.resolveSibling("snapshots-before.ndjson"));
        heads(KnownStoreHeads.NONE).begin();
        assertThat(file()).hasSize(1).isEqualTo(table());
    }

    @Test
    void a_head_that_somebody_has_changed_beyond_reading_keeps_no_row_from_being_added() throws Exception {
        var chain = chain(heads(KnownStoreHeads.NONE));
        chain.add(row(1));
        database.forge("UPDATE snapshot.head SET line = 'x'");
        Files.delete(new ProofFolder(data).heads(ProofFolder.SNAPSHOTS));
        chain.add(row(2));
        assertThat(file()).hasSize(2).isEqualTo(table()).startsWith("x");
    }

    @Test
    void quotes_the_newest_head_of_the_store_beside_where_there_is_one_that_can_be_read() {
        var beside = new StoreBeside(database.dataSource());
        assertThat(beside.newest()).isEmpty();
        database.forge("CREATE TABLE store.tree_head (size bigint, line text)");
        database.forge("GRANT SELECT ON store.tree_head TO hoso_app");
        assertThat(beside.newest()).isEmpty();
        var signer = HeadKey.keptIn(new ProofFolder(data), ProofFolder.STORE);
        for (long size : new long[] {7, 9}) {
            var head = new TreeHead.Store("H20", 1, size, "ab".repeat(32), NOW, NOW);
            database.forge("INSERT INTO store.tree_head VALUES (" + size + ", '"
                    + signer.sign(head).line() + "')");
        }
        assertThat(beside.newest()).containsExactly(new Covered("H20", 1, 9, "ab".repeat(32)));
        database.forge("UPDATE store.tree_head SET line = 'x' WHERE size = 9");
        assertThat(beside.newest()).isEmpty();
    }

    @Test
    void the_application_may_add_heads_and_change_none() {
        chain(heads(KnownStoreHeads.NONE)).add(row(1));
        var sql = JdbcClient.create(database.dataSource());
        for (String statement : List.of("UPDATE snapshot.head SET line = ''", "DELETE FROM snapshot.head"))
            assertThatThrownBy(() -> sql.sql(statement).update()).isInstanceOf(BadSqlGrammarException.class);
    }
}
