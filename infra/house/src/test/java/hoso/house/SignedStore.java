package hoso.house;

import hoso.command.wiring.CommandApplication;
import hoso.edge.Role;
import hoso.edge.heads.ProofFolder;
import hoso.standalone.StandaloneApplication;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small store with several signed heads, which is put back as it was after each time that it was tampered with. */
final class SignedStore implements AutoCloseable {

    private static final int HEADS = 4;
    private static final int DOSSIERS_A_HEAD = 12;
    private static final int SNAPSHOTS = 4;

    /** The tables that are put back as they were, with the columns that somebody writes. */
    private static final Map<String, String> KEPT = Map.of(
            "store.tree_head", "size, line",
            "store.free_text", "position, path, salt, text",
            "store.incarnation", "number, first_position, lost_from, lost_to, opened_at, opened_by, reason",
            "snapshot.entry", "number, header, content, hash",
            "snapshot.head", "number, line");

    private final TestDatabase database = TestDatabase.fresh();
    private final ProofFolder folder;
    private final Connection superuser;
    private final List<TamperedRow> rows;
    private final Map<Path, byte[]> files;
    private boolean eventsChanged;
    private boolean othersChanged;

    SignedStore(Path data) throws Exception {
        this.folder = new ProofFolder(data);
        for (int head = 1; head <= HEADS; head++) {
            Class<?> sides = head < HEADS ? CommandApplication.class : StandaloneApplication.class;
            // one when it ends, at the latest
            try (var house = RunningHouse.of(sides, database, Map.of("hoso.proof.folder", data))) {
                if (head == 1) house.publish(Lives.reference());
                var lines = new ArrayList<String>();
                for (int dossier = 0; dossier < DOSSIERS_A_HEAD; dossier++)
                    lines.addAll(Lives.dossier("signed." + head + "." + dossier));
                house.publish(lines);
                if (head == HEADS) for (int month = 1; month <= SNAPSHOTS; month++) freeze(house, month);
            }
        }
        this.superuser = database.connect();
        try (var statement = superuser.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("CREATE SCHEMA kept");
            for (var table : KEPT.entrySet())
                statement.execute("CREATE TABLE " + kept(table.getKey()) + " AS SELECT " + table.getValue() + " FROM "
                        + table.getKey());
        }
        superuser.setAutoCommit(false);
        this.rows = List.copyOf(TamperedRow.all(superuser));
        this.files = Map.of(
                headsFile(), Files.readAllBytes(headsFile()),
                chainFile(), Files.readAllBytes(chainFile()),
                leaves(), Files.readAllBytes(leaves()));
    }

    private static void freeze(RunningHouse house, int month) {
        String token = house.token(Role.ADMIN, Set.of("*"), Set.of("*"));
        String order = "{\"unit\":\"H77\",\"from\":\"2024-%02d-01\",\"to\":\"2024-%02d-28\",\"kind\":\"CUSTOM\"}"
                .formatted(month, month);
        var frozen = house.post("/api/v1/snapshots", "application/json", order, token);
        if (frozen.status() != 201) throw new AssertionError(frozen);
    }

    private static String kept(String table) {
        return "kept." + table.substring(table.indexOf('.') + 1);
    }

    List<TamperedRow> rows() {
        return rows;
    }

    Path headsFile() {
        return folder.heads(ProofFolder.STORE);
    }

    Path chainFile() {
        return folder.heads(ProofFolder.SNAPSHOTS);
    }

    /** How many rows the chain of snapshots has. */
    int chainRows() {
        return SNAPSHOTS;
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
        eventsChanged = true;
        TamperedRow.replaceAll(superuser, changed);
        superuser.commit();
    }

    void execute(String sql) throws SQLException {
        othersChanged = true;
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
        superuser.commit();
    }

    void changeHeadsFile(UnaryOperator<List<String>> change) throws IOException {
        changeFile(headsFile(), change);
    }

    void changeFile(Path file, UnaryOperator<List<String>> change) throws IOException {
        var lines = new ArrayList<>(Files.readAllLines(file));
        Files.writeString(file, String.join("\n", change.apply(lines)) + "\n");
    }

    /** Takes with them what else tells of a part of the store: the snapshots. */
    void cutSnapshots() throws Exception {
        execute("TRUNCATE snapshot.entry, snapshot.head");
        Files.delete(chainFile());
    }

    void restore() throws Exception {
        if (eventsChanged) changeEvents(rows);
        var again = new StringBuilder();
        KEPT.forEach((table, columns) -> again.append(
                "TRUNCATE " + table + "; INSERT INTO " + table + " (" + columns + ") TABLE " + kept(table) + ";"));
        if (othersChanged) execute(again.toString());
        for (var file : files.entrySet()) Files.write(file.getKey(), file.getValue());
        eventsChanged = false;
        othersChanged = false;
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
