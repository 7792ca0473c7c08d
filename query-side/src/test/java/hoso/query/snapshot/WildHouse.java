package hoso.query.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.event.history.ReferenceRegister;
import hoso.query.books.BookReader;
import hoso.query.books.SqlBookReader;
import hoso.query.books.SqlPostingReader;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.projection.Rebuild;
import hoso.query.feed.EventLog;
import hoso.query.feed.ReferenceBook;
import hoso.query.feed.SickReference;
import hoso.query.feed.store.StoredLog;
import hoso.query.ledger.Contribution;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import hoso.query.question.KnownReference;
import hoso.query.question.Positions;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoints;
import hoso.query.report.ReportDesk;
import hoso.query.report.Reports;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.ReportContent;
import hoso.query.snapshot.freeze.FreezeOrder;
import hoso.query.snapshot.freeze.Sight;
import hoso.query.snapshot.freeze.SnapshotDesk;
import hoso.query.snapshot.freeze.SnapshotList;
import hoso.query.snapshot.replay.Replays;
import hoso.query.snapshot.replay.SnapshotReplay;
import hoso.query.snapshot.restatement.Explanations;
import hoso.query.snapshot.restatement.Joints;
import hoso.query.snapshot.restatement.RestatementDesk;
import hoso.query.snapshot.restatement.Restatements;
import hoso.vocabulary.UnitRights;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Snapshots on a real database, of a log in which everything happens that a log can hold: a province of four offices, which
 * are registered anew again and again and then belong to it no more.
 */
public final class WildHouse implements AutoCloseable {

    public static final Caller ANYBODY = new Caller("auditor", Set.of(Scope.ADMIN), Set.of("*"), UnitRights.ALL);

    private static final List<String> OFFICES = List.of("H1.1", "H1.2", "H1.3", "H1.4");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final int SUBJECTS = 150;

    /** Small worlds ask many small questions: to log in for each would take most of the time. */
    private static final int CONNECTIONS = 4;

    public final BooksDatabase database = new BooksDatabase();
    private final HikariDataSource pool = pooled(database);
    public final FabricatedLog log = new FabricatedLog();
    public final Chain chain;
    public final SnapshotDesk desk;
    public final SnapshotList list;
    public final ReportDesk reports;
    public final Restatements restating;
    public final RestatementDesk restatements;
    public final Replays replays;

    private final KnownReference reference;
    private final WildWorld world;
    private final Random random;
    private final EventLog events = new StoredLog(pool);
    private final Projector projector = new Projector(database.dataSource(), database.dataSource(), events);
    private Instant now = Instant.parse("2026-11-20T02:00:00Z");
    private int stored;

    public WildHouse(long seed) {
        log.reference("unit.registered", "H1", now, unit("Tỉnh Một", "PROVINCE", null));
        for (String office : OFFICES)
            log.reference("unit.registered", office, now, unit("Huyện " + office, "DISTRICT", "H1"));
        random = new Random(seed);
        world = new WildWorld(seed, log, OFFICES);
        chain = new Chain(pool, () -> now);
        BookReader books = new SqlBookReader(pool);
        reference = new Reference(ReferenceBook.ofOneStream(events));
        var standpoints = new Standpoints(new LogPositions(), () -> now);
        var reports = new Reports(books, ReadSide.COMPLETE, Contribution.EDITION);
        restating = new Restatements(reports, new SqlPostingReader(pool), events, reference);
        restatements = new RestatementDesk(restating, reference, standpoints);
        this.reports = new ReportDesk(standpoints, reference, reports);
        var sight = new Sight(reference, standpoints, () -> now);
        desk = new SnapshotDesk(
                standpoints,
                this.reports,
                new ReportContent(books, Contribution.EDITION),
                joints(new Explanations(restatements, restating)),
                chain,
                sight);
        list = new SnapshotList(chain, sight, reference, standpoints);
        replays = replays(Contribution.EDITION);
        projector.start();
    }

    /** What a report says of the snapshot before it. */
    public Joints joints(Explanations explanations) {
        return new Joints(chain, explanations, reference);
    }

    /** By the rules of some edition. */
    public Replays replays(int edition) {
        return replays(edition, events);
    }

    /** Of a log that reads the one that there is. */
    public Replays replays(UnaryOperator<EventLog> log) {
        return replays(Contribution.EDITION, log.apply(events));
    }

    private Replays replays(int edition, EventLog log) {
        return new Replays(new SnapshotReplay(
                log, new LogPositions(), new Reference(ReferenceBook.ofOneStream(events)), () -> now, edition, 2));
    }

    /** So many events happen, offices come back to the province or go below one another, and all comes into the books. */
    public WildHouse happen(int count) {
        world.events(count / 2, SUBJECTS);
        for (String office : OFFICES) {
            String parent = random.nextInt(4) > 0 ? "H1" : OFFICES.getFirst();
            if (!office.equals(parent) && !office.equals(OFFICES.getFirst())) move(office, parent);
            else move(office, "H1");
        }
        world.events(count - count / 2, SUBJECTS);
        return publish();
    }

    private void move(String office, String parent) {
        log.reference(
                "unit.moved",
                office,
                now,
                "{\"parent\":\"" + parent + "\",\"validFrom\":\"2024-01-0" + (7 + random.nextInt(3)) + "\"}");
    }

    /** What has been added to the log comes into the books. */
    public WildHouse publish() {
        database.store(log.rows().subList(stored, log.rows().size()));
        stored = log.rows().size();
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        return this;
    }

    /** Other books are made from the log, and are the live ones. */
    public WildHouse rebuild() {
        int before = generation();
        projector.rebuild(Rebuild.Expectation.OTHER_BOOKS);
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (generation() == before && System.nanoTime() < deadline) Thread.onSpinWait();
        assertThat(generation()).isGreaterThan(before);
        return this;
    }

    private int generation() {
        return new SqlPostingReader(pool).generation();
    }

    public WildHouse at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** @param order members of the body, as {@code "by":"field"} */
    public Snapshot freeze(String order) {
        return freeze("H1", order);
    }

    public Snapshot freeze(String unit, String order) {
        byte[] body = ("{\"unit\":\"" + unit + "\",\"kind\":\"MONTH\"," + order + "}").getBytes(StandardCharsets.UTF_8);
        return desk.freeze(FreezeOrder.read(body), ANYBODY);
    }

    public static String unit(String name, String level, String parent) {
        return "{\"name\":\"" + name + "\",\"level\":\"" + level + "\","
                + (parent == null ? "" : "\"parent\":\"" + parent + "\",") + "\"validFrom\":\"2020-01-01\"}";
    }

    private static HikariDataSource pooled(BooksDatabase database) {
        var pool = new HikariDataSource();
        pool.setDataSource(database.dataSource());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    @Override
    public void close() {
        projector.close();
        pool.close();
        database.close();
    }

    private record Reference(ReferenceBook book) implements KnownReference {
        @Override
        public ReferenceRegister asOf(long position) {
            try {
                return book.asOf(position).whole();
            } catch (SickReference sick) {
                throw Problem.of(ProblemCode.UNAVAILABLE, "sick").with(Map.of("position", sick.position()));
            }
        }
    }

    private final class LogPositions implements Positions {

        @Override
        public long head() {
            return events.head();
        }

        @Override
        public long projected() {
            return projector.projected();
        }

        @Override
        public Instant recordedAt(long position) {
            return events.recordedAt(position).orElseThrow();
        }

        @Override
        public long lastRecordedBy(Instant instant) {
            return events.lastRecordedBy(instant);
        }
    }
}
