package hoso.query.feed.landing;

import hoso.event.Stream;
import hoso.query.feed.EventLog;
import hoso.query.feed.LogCopy;
import hoso.query.feed.LoggedEvent;
import hoso.query.feed.OrderedCopy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has landed and has its place in the local order. */
public final class LandedLog implements EventLog {

    /** Events beside their spans, where they have one that reaches so far. */
    private static final String REACHED = """
            FROM landing.event e CROSS JOIN LATERAL (
                SELECT * FROM landing.span WHERE origin = e.origin AND origin_first <= e.position
                ORDER BY origin_first DESC LIMIT 1) s
            WHERE e.position - s.origin_first <= s.last - s.first AND s.first + e.position - s.origin_first <= :position
            """;

    private static final String STREAMS =
            "SELECT s.first + e.position - s.origin_first, e.stream, s.recorded_at, e.value " + REACHED
                    + "AND e.stream = ANY (:streams) ORDER BY e.stream, e.position";

    private static final String KNOWN =
            "SELECT asked.name FROM unnest(CAST(:streams AS text[])) AS asked(name) CROSS JOIN LATERAL (SELECT 1 "
                    + REACHED + "AND e.stream = asked.name ORDER BY e.position LIMIT 1) begun";

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final Origins origins;

    /** @param origins that are taken in */
    public LandedLog(DataSource dataSource, Collection<String> origins) {
        this.dataSource = dataSource;
        this.origins = new Origins(dataSource, origins);
        this.sql = JdbcClient.create(dataSource);
    }

    @Override
    public List<LoggedEvent> after(long position, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return LogCopy.events(connection, select(position, limit), limit, LandedRow::new);
        } catch (SQLException unreadable) {
            throw new DataRetrievalFailureException("what has landed cannot be read", unreadable);
        }
    }

    /** Of each span no more than is asked for is looked at: one may hold many thousands. */
    private static String select(long position, int limit) {
        return """
                SELECT s.first + e.position - s.origin_first, s.recorded_at, e.stream, e.value
                FROM (SELECT *, origin_first + greatest(0, %1$d + 1 - first) AS begin FROM landing.span
                      WHERE last > %1$d ORDER BY last LIMIT %2$d) s
                CROSS JOIN LATERAL (
                    SELECT position, stream, value FROM landing.event
                    WHERE origin = s.origin AND position >= s.begin
                    AND position <= least(s.origin_first + s.last - s.first, s.begin + %2$d - 1)
                    ORDER BY position) e
                ORDER BY s.last, e.position LIMIT %2$d""".formatted(position, limit);
    }

    @Override
    public long head() {
        return sql.sql("SELECT coalesce(max(last), 0) FROM landing.span")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> recordedAt(long position) {
        return sql.sql("SELECT recorded_at FROM landing.span WHERE last >= ? AND ? > 0 ORDER BY last LIMIT 1")
                .param(position)
                .param(position)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public long lastRecordedBy(Instant instant) {
        return sql.sql("SELECT coalesce((SELECT last FROM landing.span WHERE recorded_at <= ?"
                        + " ORDER BY recorded_at DESC, last DESC LIMIT 1), 0)")
                .param(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, List<LoggedEvent>> streams(Collection<Stream> streams, long position) {
        Map<String, List<LoggedEvent>> events = new HashMap<>();
        sql.sql(STREAMS)
                .param("position", position)
                .param("streams", streams.stream().map(Stream::name).toArray(String[]::new))
                .query(LandedLog::landed)
                .list()
                .forEach(event -> events.computeIfAbsent(event.stream(), unseen -> new ArrayList<>())
                        .add(event));
        return events;
    }

    @Override
    public Set<String> known(Collection<Stream> streams, long position) {
        return sql.sql(KNOWN)
                .param("position", position)
                .param("streams", streams.stream().map(Stream::name).toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .set();
    }

    /** Of each origin what the position covers. */
    @Override
    public void byStream(long position, Consumer<LoggedEvent> each) {
        String covered =
                sql.sql("""
                        SELECT coalesce(string_agg(format('(%s, %s)', s.origin,
                            s.origin_first + least(s.last, :position) - s.first), ', '), '(0, 0)')
                        FROM landing.origin o CROSS JOIN LATERAL (
                            SELECT * FROM landing.span WHERE origin = o.number AND first <= :position
                            ORDER BY first DESC LIMIT 1) s""").param("position", position).query(String.class).single();
        OrderedCopy.read(
                dataSource,
                "SELECT e.position, 'epoch'::timestamptz, e.stream, e.value FROM landing.event e JOIN (VALUES "
                        + covered
                        + ") AS covered(origin, last) ON e.origin = covered.origin AND e.position <= covered.last"
                        + " ORDER BY e.stream, e.position",
                LandedRow::new,
                each);
    }

    @Override
    public List<LoggedEvent> reference(int without, long position) {
        return sql.sql("""
                        SELECT r.position, e.stream, s.recorded_at, e.value
                        FROM landing.reference r JOIN landing.event e
                            ON e.origin = r.origin AND e.position = r.origin_position
                        CROSS JOIN LATERAL (SELECT recorded_at FROM landing.span WHERE last >= r.position
                            ORDER BY last LIMIT 1) s
                        WHERE r.number >= ? AND r.position <= ? ORDER BY r.number""")
                .param(without)
                .param(position)
                .query(LandedLog::landed)
                .list();
    }

    /** Free text stays where it was typed. */
    @Override
    public Map<Long, Map<String, String>> texts(Stream stream) {
        return Map.of();
    }

    @Override
    public List<String> troubles(Instant now) {
        return origins.states().stream()
                .flatMap(origin -> origin.trouble(now).stream())
                .toList();
    }

    /** The position of each origin that a local position covers; those of which nothing came by then are left out. */
    public Map<String, Long> covered(long position) {
        Map<String, Long> covered = new HashMap<>();
        sql.sql("""
                        SELECT o.name, s.origin_first + least(s.last, :position) - s.first
                        FROM landing.origin o CROSS JOIN LATERAL (
                            SELECT * FROM landing.span WHERE origin = o.number AND first <= :position
                            ORDER BY first DESC LIMIT 1) s""").param("position", position).query(row -> {
            covered.put(row.getString(1), row.getLong(2));
        });
        return covered;
    }

    /** The local position of an origin's position; empty where it has none yet. */
    public Optional<Long> local(String origin, long position) {
        return sql.sql("""
                        SELECT s.first + :position - s.origin_first
                        FROM landing.origin o CROSS JOIN LATERAL (
                            SELECT * FROM landing.span WHERE origin = o.number AND origin_first <= :position
                            ORDER BY origin_first DESC LIMIT 1) s
                        WHERE o.name = :origin AND :position - s.origin_first <= s.last - s.first""")
                .param("origin", origin)
                .param("position", position)
                .query(Long.class)
                .optional();
    }

    private static LoggedEvent landed(ResultSet row, int index) throws SQLException {
        Instant recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        return new LandedRow(row.getLong(1), row.getString(2), recordedAt, row.getBytes(4), 0);
    }
}
