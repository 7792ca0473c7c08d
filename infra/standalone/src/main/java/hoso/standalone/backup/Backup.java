package hoso.standalone.backup;

import hoso.edge.heads.ProofFolder;
import hoso.postgres.Credentials;
import hoso.standalone.launch.Refused;
import hoso.standalone.verify.OneMoment;
import hoso.standalone.verify.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a store as it was at one moment into a file, beside whatever it does meanwhile and in constant memory.
 *
 * @param login may read the store and the chain of snapshots
 * @param folder of keys; null where none is at hand
 * @param after the last position that is not to be in it; 0 for a full one
 */
public record Backup(
        String url, Credentials login, @Nullable ProofFolder folder, Path file, long after, Progress progress) {

    /**
     * What is in it.
     *
     * @param signed up to which position by a head; 0 where none is
     */
    public record Taken(
            Path file,
            long after,
            long to,
            long signed,
            long events,
            long texts,
            long heads,
            long snapshots,
            long looks) {}

    /**
     * @throws SQLException where the database cannot be read
     * @throws Refused where there is nothing to be written, or the file is there
     */
    public Taken run() throws SQLException, IOException {
        try (var out = BackupFile.create(file);
                var connection = OneMoment.of(url, login, "hoso backup")) {
            var store = new StoreState(connection);
            store.check();
            var range = store.range(after);
            tables(out, connection, range);
            if (folder != null) keys(out, folder);
            var manifest = store.manifest(range, out.parts());
            out.finish(manifest);
            connection.rollback();
            return new Taken(
                    file,
                    after,
                    range.to(),
                    range.signed(),
                    manifest.rows(Table.EVENTS.entry()),
                    manifest.rows(Table.TEXTS.entry()),
                    manifest.rows(Table.HEADS.entry()),
                    manifest.rows(Table.CHAIN.entry()),
                    manifest.rows(Table.LOOKS.entry()));
        } catch (SQLException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void tables(BackupFile out, Connection connection, StoreState.Range range) throws Exception {
        var rows = new CopiedRows(connection, progress);
        rows.add(out, "Events", Table.EVENTS, Table.EVENTS.within(after, range.to()), range.to() - after);
        rows.add(out, "Texts", Table.TEXTS, Table.TEXTS.within(after, range.to()), 0);
        rows.add(out, "Heads", Table.HEADS, Table.HEADS.within(range.headsAfter(), range.to()), 0);
        all(rows, out, connection, "Snapshots", Table.CHAIN);
        all(rows, out, connection, "Heads of snapshots", Table.CHAIN_HEADS);
        all(rows, out, connection, "Looks", Table.LOOKS);
    }

    /** There is none where the query side has a database of its own. */
    private static void all(CopiedRows rows, BackupFile out, Connection connection, String pass, Table table)
            throws Exception {
        if (OneMoment.has(connection, table.name())) rows.add(out, pass, table, table.all(), 0);
    }

    /**
     * Public halves of those that sign the chain; others stand in a table. Files of heads are not copied: they grow while a
     * backup is written, beyond the one moment of its tables, and those of a query side apart are not of this database; a
     * restore writes them from the tables.
     */
    private static void keys(BackupFile out, ProofFolder folder) throws Exception {
        if (!Files.isDirectory(folder.keys())) return;
        try (Stream<Path> keys = Files.list(folder.keys())) {
            for (Path key : keys.sorted().toList()) if (SavedFile.isOfChain(key)) add(out, folder.data(), key);
        }
    }

    private static void add(BackupFile out, Path data, Path file) throws Exception {
        out.add(data.relativize(file).toString(), entry -> copied(file, entry));
    }

    private static long copied(Path file, OutputStream entry) throws IOException {
        Files.copy(file, entry);
        return 1;
    }
}
