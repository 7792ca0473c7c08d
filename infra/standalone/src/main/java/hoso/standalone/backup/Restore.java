package hoso.standalone.backup;

import hoso.command.treehead.HeadTable;
import hoso.edge.heads.HeadFile;
import hoso.edge.heads.KnownKeys;
import hoso.edge.heads.ProofFolder;
import hoso.postgres.Credentials;
import hoso.proof.Frontier;
import hoso.standalone.verify.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * Loads backups into a new database, whose tables are there and empty, and into a new data folder, in one transaction.
 *
 * @param owner of the tables
 * @param folder for heads, leaves and keys
 */
public record Restore(List<Path> files, String url, Credentials owner, ProofFolder folder, Progress progress) {

    /**
     * What was loaded.
     *
     * @param to the last position
     */
    public record Loaded(long events, long to) {}

    /**
     * @throws UnfitBackup where the files do not join, or are not what was written
     * @throws SQLException where the database does not take it
     */
    public Loaded run() throws UnfitBackup, SQLException, IOException {
        try (var joined = Joined.open(files);
                var connection = DriverManager.getConnection(url, owner.user(), owner.password())) {
            connection.setAutoCommit(false);
            load(joined, connection);
            connection.commit();
            analyze(connection);
            return new Loaded(joined.events(), joined.last().manifest().to());
        } catch (SQLException | IOException | UnfitBackup | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void load(Joined joined, Connection connection) throws Exception {
        Manifest newest = joined.last().manifest();
        opened(newest.incarnations(), connection);
        progress.begin("Events", joined.events());
        try (var events = new EventLoad(connection, newest.gaps(), folder.leaves(), progress)) {
            Optional<Frontier> signed = Optional.empty();
            for (SavedFile file : joined.files()) {
                Optional<Frontier> tree = events.load(file);
                if (tree.isPresent()) signed = tree;
                copy(file, Table.TEXTS, connection);
                heads(file, connection);
                events.erase();
            }
            progress.end(joined.events());
            events.force();
            if (signed.isPresent()) keep(signed.get(), connection);
        }
        copy(joined.last(), Table.CHAIN, connection);
        copy(joined.last(), Table.CHAIN_HEADS, connection);
        looks(joined.last(), connection);
        booksAreToBeMade(connection);
        keys(newest.keys(), connection);
        headFile(connection);
        chainFile(connection);
        chainKeys(joined.last());
    }

    private static void opened(List<Manifest.Opened> incarnations, Connection connection) throws SQLException {
        try (var delete = connection.createStatement();
                var insert = connection.prepareStatement("INSERT INTO store.incarnation (number, first_position,"
                        + " lost_from, lost_to, opened_at, opened_by, reason) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            delete.execute("DELETE FROM store.incarnation");
            for (var opened : incarnations) {
                insert.setInt(1, opened.number());
                insert.setLong(2, opened.firstPosition());
                insert.setObject(3, opened.lostFrom());
                insert.setObject(4, opened.lostTo());
                insert.setObject(5, opened.openedAt().atOffset(ZoneOffset.UTC));
                insert.setString(6, opened.openedBy());
                insert.setString(7, opened.reason());
                insert.executeUpdate();
            }
        }
    }

    private static void copy(SavedFile file, Table table, Connection connection) throws Exception {
        if (!file.manifest().parts().containsKey(table.entry())) return;
        file.read(
                table.entry(),
                in -> connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.in(), in));
    }

    /** It has some that the file before has too. */
    private static void heads(SavedFile file, Connection connection) throws Exception {
        try (var delete = connection.prepareStatement("DELETE FROM store.tree_head WHERE size > ?")) {
            delete.setLong(1, file.manifest().headsAfter());
            delete.executeUpdate();
        }
        copy(file, Table.HEADS, connection);
    }

    /** The next look goes on above them. */
    private static void looks(SavedFile file, Connection connection) throws Exception {
        copy(file, Table.LOOKS, connection);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT setval(pg_get_serial_sequence('reading.look', 'number'), max(number))"
                    + " FROM reading.look HAVING max(number) > 0");
        }
    }

    /** As those of other rules are, before the first question is answered: what has read a part only would answer wrong figures. */
    private static void booksAreToBeMade(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("UPDATE books.book SET edition = 0 WHERE live");
        }
    }

    /** The right edge of the tree saves reading all leaves at the first start. */
    private static void keep(Frontier signed, Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO store.frontier (size, nodes) VALUES (?, ?)")) {
            insert.setLong(1, signed.size());
            insert.setBytes(2, signed.bytes());
            insert.executeUpdate();
        }
    }

    /** Into the table, and to where signatures are checked with them: with no others, so that what is told of them is so. */
    private void keys(List<Manifest.Key> keys, Connection connection) throws SQLException, IOException {
        try (var insert =
                connection.prepareStatement("INSERT INTO store.head_key (fingerprint, encoded) VALUES (?, ?)")) {
            for (var key : keys) {
                insert.setString(1, key.fingerprint());
                insert.setBytes(2, key.encoded());
                insert.executeUpdate();
                KnownKeys.keep(folder, ProofFolder.STORE, key.read());
            }
        }
    }

    private void headFile(Connection connection) throws SQLException, IOException {
        var table = new HeadTable(connection);
        try (var file = HeadFile.open(folder.heads(ProofFolder.STORE))) {
            for (var rows = table.after(0);
                    !rows.isEmpty();
                    rows = table.after(rows.getLast().size()))
                file.append(rows.stream().map(HeadTable.Row::line).toList());
        }
    }

    /** The heads of the chain; no file where there are none, as before the first. */
    private void chainFile(Connection connection) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT line FROM snapshot.head ORDER BY number")) {
            while (rows.next()) lines.add(rows.getString(1));
        }
        if (lines.isEmpty()) return;
        try (var file = HeadFile.open(folder.heads(ProofFolder.SNAPSHOTS))) {
            file.append(lines);
        }
    }

    /** Those of the chain, for which there is no table, where they lay. */
    private void chainKeys(SavedFile file) throws Exception {
        for (String name : file.files("keys")) {
            Path target = folder.keys().resolve(Path.of(name).getFileName());
            if (!SavedFile.isOfChain(target)) continue;
            Files.createDirectories(folder.keys());
            file.read(name, in -> write(in, target));
        }
    }

    private static void write(InputStream in, Path target) throws IOException {
        Files.copy(in, target);
    }

    private static void analyze(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE store.event");
        }
    }
}
