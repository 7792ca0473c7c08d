package hoso.query.snapshot.head;

import hoso.edge.heads.HeadFile;
import hoso.edge.heads.HeadKey;
import hoso.edge.heads.HeadPublisher;
import hoso.edge.heads.ProofFolder;
import hoso.proof.TreeHead;
import hoso.query.snapshot.chain.ChainWitness;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The signed heads of the chain: into the table with the row, then into the file and onto Kafka. A file that could not be
 * written is brought up to the table with the next row, or at the next start.
 */
public final class ChainHeads implements ChainWitness {

    private static final Logger LOG = LoggerFactory.getLogger(ChainHeads.class);

    private static final int LINES_AT_ONCE = 1_000;

    private final JdbcClient sql;
    private final ProofFolder folder;
    private final HeadKey key;
    private final KnownStoreHeads stores;
    private final InstantSource clock;
    private final @Nullable HeadPublisher publisher;

    /** Held while the file is brought up to the table: rows are added by several threads. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Whether the file had all heads when it was last written to. */
    private volatile boolean written = true;

    /** Whether there was a head to publish. */
    private volatile boolean offered;

    /** @param publisher null where there is no broker */
    public ChainHeads(
            DataSource dataSource,
            ProofFolder folder,
            KnownStoreHeads stores,
            InstantSource clock,
            @Nullable HeadPublisher publisher) {
        this.sql = JdbcClient.create(dataSource);
        this.folder = folder;
        this.key = HeadKey.keptIn(folder, ProofFolder.SNAPSHOTS);
        this.stores = stores;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Signs what the chain ends with where that was added before heads were signed, and makes up for the file. */
    public void begin() {
        try {
            sql.sql("SELECT number, hash FROM snapshot.entry ORDER BY number DESC LIMIT 1")
                    .query((row, index) -> {
                        added(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)));
                        return true;
                    })
                    .optional();
            committed();
        } catch (DataAccessException away) {
            written = false;
            LOG.warn("the chain of snapshots is signed with its next row: {}", away.getMessage());
        }
    }

    /** Whether the newest head that this program knows of is missing in the file, or on the topic where there is one. */
    public boolean isBehind() {
        return !written || (publisher != null && offered && !publisher.status().published());
    }

    @Override
    public void added(long number, String hash) {
        var head =
                new TreeHead.Snapshots(number, hash, clock.instant().truncatedTo(ChronoUnit.MICROS), stores.newest());
        sql.sql("INSERT INTO snapshot.head (number, line) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .param(number)
                .param(key.sign(head).line())
                .update();
    }

    @Override
    public void committed() {
        writing.lock();
        try (var file = HeadFile.open(folder.heads(ProofFolder.SNAPSHOTS))) {
            Optional<String> last = file.lastLine();
            Optional<Long> reached = last.isPresent() ? inTable(last.get()) : Optional.of(0L);
            if (reached.isEmpty()) {
                written = false;
                LOG.error(
                        "heads of snapshots are written to {} no longer: its last line is of another chain, or of more than"
                                + " the database has",
                        folder.heads(ProofFolder.SNAPSHOTS));
                return;
            }
            append(file, reached.get());
            written = true;
            last = file.lastLine();
            if (publisher != null && last.isPresent()) {
                publisher.offer(publishedAs(), last.get());
                offered = true;
            }
        } catch (IOException | DataAccessException unwritten) {
            written = false;
            LOG.warn("heads of snapshots are not written yet: {}", unwritten.getMessage());
        } finally {
            writing.unlock();
        }
    }

    private void append(HeadFile file, long after) throws IOException {
        for (var missing = after(after); !missing.isEmpty(); missing = after(after)) {
            file.append(missing.stream().map(Row::line).toList());
            after = missing.getLast().number();
        }
    }

    /** What somebody has changed is written as it is: it is for the check of the whole store to find. */
    private record Row(long number, String line) {}

    private List<Row> after(long number) {
        return sql.sql("SELECT number, line FROM snapshot.head WHERE number > ? ORDER BY number LIMIT ?")
                .param(number)
                .param(LINES_AT_ONCE)
                .query((row, index) -> new Row(row.getLong(1), row.getString(2)))
                .list();
    }

    /** The row that a line is of; empty where it is not there. */
    private Optional<Long> inTable(String line) {
        return sql.sql("SELECT max(number) FROM snapshot.head WHERE line = ?")
                .param(line)
                .query((row, index) -> row.getObject(1, Long.class))
                .optional();
    }

    private String publishedAs() {
        return ProofFolder.SNAPSHOTS + ":" + key.verifying().fingerprint();
    }
}
