package hoso.house;

import hoso.command.wiring.CommandApplication;
import hoso.edge.heads.ProofFolder;
import hoso.standalone.verify.Findings;
import hoso.standalone.verify.Progress;
import hoso.standalone.verify.Verification;
import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small store with several signed heads, which is put back as it was after each time that it was tampered with. */
final class SignedStore implements AutoCloseable {

    private static final int HEADS = 4;
    private static final int DOSSIERS_A_HEAD = 12;

    private final TestDatabase database = TestDatabase.fresh();
    private final ProofFolder folder;
    private final Connection superuser;
    private final List<TamperedRow> rows;
    private final Map<Path, byte[]> files;

    SignedStore(Path data) throws Exception {
        this.folder = new ProofFolder(data);
        for (int head = 1; head <= HEADS; head++) {
            // one when it ends, at the latest
            try (var house = RunningHouse.of(CommandApplication.class, database, Map.of("hoso.proof.folder", data))) {
                if (head == 1) house.publish(Lives.reference());
                var lines = new ArrayList<String>();
                for (int dossier = 0; dossier < DOSSIERS_A_HEAD; dossier++)
                    lines.addAll(Lives.dossier("signed." + head + "." + dossier));
                house.publish(lines);
            }
        }
        this.superuser = database.connect();
        try (var statement = superuser.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("CREATE SCHEMA kept");
            for (String table : List.of("tree_head", "free_text"))
                statement.execute("CREATE TABLE kept." + table + " AS TABLE store." + table);
        }
        superuser.setAutoCommit(false);
        this.rows = List.copyOf(TamperedRow.all(superuser));
        this.files = Map.of(headsFile(), Files.readAllBytes(headsFile()), leaves(), Files.readAllBytes(leaves()));
    }

    List<TamperedRow> rows() {
        return rows;
    }

    Path headsFile() {
        return folder.heads(ProofFolder.STORE);
    }

    Path leaves() {
        return folder.leaves();
    }

    ProofFolder folder() {
        return folder;
    }

    /** The sizes of the heads, ascending. */
    List<Long> headSizes() throws SQLException {
        return numbers("SELECT size FROM kept.tree_head ORDER BY size");
    }

    /** The positions of events with a free text. */
    List<Long> textPositions() throws SQLException {
        return numbers("SELECT DISTINCT position FROM kept.free_text ORDER BY position");
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(query)) {
            while (row.next()) numbers.add(row.getLong(1));
        }
        return numbers;
    }

    void changeEvents(List<TamperedRow> changed) throws SQLException {
        TamperedRow.replaceAll(superuser, changed);
        superuser.commit();
    }

    void execute(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
        superuser.commit();
    }

    void changeHeadsFile(UnaryOperator<List<String>> change) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(headsFile()));
        Files.writeString(headsFile(), String.join("\n", change.apply(lines)) + "\n");
    }

    void restore() throws Exception {
        changeEvents(rows);
        for (String table : List.of("tree_head", "free_text"))
            execute("TRUNCATE store." + table + "; INSERT INTO store." + table + " TABLE kept." + table);
        for (var file : files.entrySet()) Files.write(file.getKey(), file.getValue());
    }

    Findings verify() throws Exception {
        return verify(folder, null);
    }

    Findings verify(@Nullable ProofFolder data, @Nullable Path copy) throws Exception {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Verification(database.jdbcUrl(), database.application(), data, copy, new Progress(nowhere, false))
                .run();
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        database.close();
    }
}
