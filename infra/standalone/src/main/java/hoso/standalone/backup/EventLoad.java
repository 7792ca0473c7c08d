package hoso.standalone.backup;

import hoso.proof.Frontier;
import hoso.proof.Incarnations;
import hoso.proof.MerkleTree;
import hoso.standalone.verify.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Loads events in the order of their positions, and grows the tree over them: each must be the next, and have its leaf. */
final class EventLoad implements AutoCloseable {

    private static final byte[] COPY_HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final byte[] COPY_END = {(byte) 0xff, (byte) 0xff};

    /** Empties the texts of a dossier up to the order; what was typed later stays. */
    private static final String ERASE = """
            UPDATE store.free_text SET salt = NULL, text = NULL
            WHERE text IS NOT NULL
              AND position IN (SELECT e.position FROM store.event e WHERE e.stream = ? AND e.position < ?)""";

    private static final int BUFFER_BYTES = 1 << 20;

    private static final int PROGRESS_EVERY = 1_024;

    private record Erasure(String stream, long position) {}

    private final Connection connection;
    private final Incarnations incarnations;
    private final Progress progress;
    private final FileChannel log;
    private final OutputStream leaves;
    private final Frontier tree = Frontier.empty();
    private final List<Erasure> erasures = new ArrayList<>();
    private long loaded;

    EventLoad(Connection connection, Incarnations incarnations, Path leafLog, Progress progress) throws IOException {
        this.connection = connection;
        this.incarnations = incarnations;
        this.progress = progress;
        Files.createDirectories(Objects.requireNonNull(leafLog.getParent()));
        this.log = FileChannel.open(leafLog, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.leaves = new BufferedOutputStream(Channels.newOutputStream(log), BUFFER_BYTES);
    }

    /** The events of one file; answers with the tree at its signed head, where it has one of its own. */
    Optional<Frontier> load(SavedFile file) throws Exception {
        erasures.clear();
        var signed = new SignedTree(file, file.manifest().signed());
        file.read(Table.EVENTS.entry(), in -> copy(in, signed));
        if (tree.size() != file.manifest().to())
            throw new UnfitBackup(file.file() + " ends at position " + tree.size() + ", and says that it has "
                    + file.manifest().to());
        return signed.tree();
    }

    private void copy(InputStream in, SignedTree signed) throws Exception {
        CopyIn rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Table.EVENTS.in());
        try {
            rows.writeToCopy(COPY_HEADER, 0, COPY_HEADER.length);
            EventRow.each(in, row -> {
                check(row, signed);
                rows.writeToCopy(row.row(), 0, row.row().length);
                if (row.erasesTexts()) erasures.add(new Erasure(row.stream(), row.position()));
                if (++loaded % PROGRESS_EVERY == 0) progress.reached(loaded);
            });
            rows.writeToCopy(COPY_END, 0, COPY_END.length);
            rows.endCopy();
        } finally {
            if (rows.isActive()) rows.cancelCopy();
        }
    }

    private void check(EventRow row, SignedTree signed) throws IOException, UnfitBackup {
        for (long position = tree.size() + 1; position < row.position(); position++) {
            if (incarnations.gapAt(position).isEmpty()) throw new UnfitBackup("position " + position + " is missing");
            grow(MerkleTree.lostLeaf(), signed);
        }
        if (row.position() != tree.size() + 1)
            throw new UnfitBackup("position " + row.position() + " comes after position " + tree.size());
        if (!row.hasLeaf())
            throw new UnfitBackup("the event at position " + row.position() + " does not have the leaf hash stored with"
                    + " it: it is not as it was recorded");
        grow(row.leaf(), signed);
    }

    private void grow(byte[] leaf, SignedTree signed) throws IOException, UnfitBackup {
        tree.append(leaf);
        leaves.write(leaf);
        signed.reached(tree);
    }

    /** As the file orders it, of texts of this file and of those before it. */
    void erase() throws SQLException {
        try (var statement = connection.prepareStatement(ERASE)) {
            for (Erasure erasure : erasures) {
                statement.setString(1, erasure.stream());
                statement.setLong(2, erasure.position());
                statement.executeUpdate();
            }
        }
    }

    /** What it wrote beside the database is on disk. */
    void force() throws IOException {
        leaves.flush();
        log.force(true);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
