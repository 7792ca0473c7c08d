package hoso.query.snapshot.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.canonical.Canonical;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.content.FrozenReport;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/** Adds rows to the chain, one after the other, and looks whether one still stands in it as it was added. */
public final class Chain {

    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    /** "hososnap" in ASCII: programs on one database add in turn. */
    private static final long TURN = 0x686F_736F_736E_6170L;

    /** Adding a row takes milliseconds; who waits longer is told to come again. */
    private static final String WAIT_MAX = "5s";

    /** SQLSTATE of {@code lock_not_available} (PostgreSQL, appendix A). */
    private static final String LOCK_TIMEOUT = "55P03";

    private final ChainTable table;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final ChainWitness witness;

    /** Without a witness. */
    public Chain(DataSource dataSource, InstantSource clock) {
        this(dataSource, clock, ChainWitness.NONE);
    }

    /** @param witness asked on the same connections */
    public Chain(DataSource dataSource, InstantSource clock, ChainWitness witness) {
        this.sql = JdbcClient.create(dataSource);
        this.table = new ChainTable(sql);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.clock = clock;
        this.witness = witness;
    }

    /** The rows that are there. */
    public ChainTable table() {
        return table;
    }

    /**
     * Adds a row; what is answered is durable.
     *
     * @throws Problem {@code unavailable}, where others add for too long
     */
    public Entry add(Draft draft) {
        try {
            Entry added = Objects.requireNonNull(transaction.execute(status -> added(draft)));
            // a log is mostly kept elsewhere: whoever takes rows from the end of the chain would have to change it too
            LOG.info(
                    "the chain of snapshots now ends with row {}, hash {}",
                    added.header().number(),
                    added.hash());
            witness.committed();
            return added;
        } catch (UncategorizedSQLException failed) {
            if (!(failed.getRootCause() instanceof SQLException cause) || !LOCK_TIMEOUT.equals(cause.getSQLState()))
                throw failed;
            throw Problem.of(ProblemCode.UNAVAILABLE, "others add to the chain of snapshots for too long");
        }
    }

    private Entry added(Draft draft) {
        sql.sql("SET LOCAL lock_timeout = '" + WAIT_MAX + "'").update();
        sql.sql("SET LOCAL synchronous_commit = on").update();
        sql.sql("SELECT pg_advisory_xact_lock(?)").param(TURN).query().singleRow();
        Optional<Link> last = table.last();
        // what an answer says, a question can say: times are to the microsecond
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant madeAt = last.flatMap(Link::header)
                .map(Header::madeAt)
                .filter(before -> before.isAfter(now))
                .orElse(now);
        var header = Header.of(
                last.map(Link::number).orElse(0L) + 1, last.map(Link::hash).orElse(Hashes.NONE), madeAt, draft);
        String written = new String(Canonical.bytes(header), UTF_8);
        var entry = new Entry(header, written, draft.content(), Hashes.ofText(written));
        table.insert(entry);
        witness.added(header.number(), entry.hash());
        return entry;
    }

    /** A report with all that the chain has of it, and all that shows that something of it is no longer what was added. */
    public Snapshot read(Entry entry) {
        Set<Tampering> found = tampering(entry);
        Optional<Entry> signature = signatureRow(entry.header().number(), found);
        signature.ifPresent(row -> found.addAll(tampering(row)));
        if (table.lacksRows()) found.add(Tampering.GAP);
        return new Snapshot(
                entry, FrozenReport.find(entry.content()), found, signature.flatMap(row -> signature(row, found)));
    }

    private Optional<Entry> signatureRow(long report, Set<Tampering> found) {
        try {
            return table.signature(report);
        } catch (Problem changed) {
            found.add(Tampering.ROW);
            return Optional.empty();
        }
    }

    private static Optional<Signature> signature(Entry row, Set<Tampering> found) {
        try {
            Draft.Signed signed = Canonical.read(new String(row.content(), UTF_8), Draft.Signed.class);
            return Optional.of(new Signature(
                    signed.office(),
                    signed.title(),
                    signed.decision(),
                    row.header().madeBy(),
                    row.header().madeAt()));
        } catch (JacksonException changed) {
            found.add(Tampering.CONTENT);
            return Optional.empty();
        }
    }

    /** What shows that a row, or one of those beside it, is no longer what was added; nothing where all is well. */
    Set<Tampering> tampering(Entry entry) {
        Set<Tampering> found = EnumSet.noneOf(Tampering.class);
        Header header = entry.header();
        if (!header.sha256().equals(Hashes.of(entry.content()))) found.add(Tampering.CONTENT);
        if (!entry.hash().equals(Hashes.ofText(entry.headerText()))) found.add(Tampering.ROW);
        if (!header.previous().equals(hashBefore(header.number()))) found.add(Tampering.ROW_BEFORE);
        if (!isNamedByTheNext(entry)) found.add(Tampering.ROW_AFTER);
        return found;
    }

    /** The hash that a row has to name; that of no row where the one before is not there. */
    private String hashBefore(long number) {
        return number == 1
                ? Hashes.NONE
                : table.link(number - 1).map(Link::hash).orElse("");
    }

    /** The end is looked at first: a row that is added meanwhile was never missing. */
    private boolean isNamedByTheNext(Entry entry) {
        long next = entry.header().number() + 1;
        long last = table.last().map(Link::number).orElse(0L);
        Optional<Link> after = table.link(next);
        if (after.isEmpty()) return last < next;
        return after.flatMap(Link::header)
                .map(header -> header.previous().equals(entry.hash()))
                .orElse(false);
    }

    /** Looks at rows one after the other, from the one after some number on. */
    public ChainWalk walk(long after, int limit) {
        return ChainWalk.of(after, table.after(after, limit), hashBefore(after + 1), limit);
    }
}
