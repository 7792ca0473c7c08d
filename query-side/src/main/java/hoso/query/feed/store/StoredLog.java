package hoso.query.feed.store;

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

/** The log that the command side writes, read beside it. */
public final class StoredLog implements EventLog {

    private static final String SELECT = "SELECT position, stream, recorded_at, rest FROM store.event ";

    private final DataSource dataSource;
    private final JdbcClient sql;

    public StoredLog(DataSource dataSource) {
        this.dataSource = dataSource;
        this.sql = JdbcClient.create(dataSource);
    }

    @Override
    public List<LoggedEvent> after(long position, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return LogCopy.events(
                    connection,
                    "SELECT position, recorded_at, stream, rest FROM store.event WHERE position > " + position
                            + " ORDER BY position LIMIT " + limit,
                    limit,
                    StoredRow::new);
        } catch (SQLException unreadable) {
            throw new DataRetrievalFailureException("the log cannot be read", unreadable);
        }
    }

    @Override
    public long head() {
        return sql.sql("SELECT coalesce(max(position), 0) FROM store.event")
                .query(Long.class)
                .single();
    }

    @Override
    public long lost(long first, long last) {
        return sql.sql("""
                        SELECT coalesce(sum(least(lost_to, :last) - greatest(lost_from, :first) + 1), 0)
                        FROM store.incarnation WHERE lost_to >= :first AND lost_from <= :last""")
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> recordedAt(long position) {
        return sql.sql("""
                        SELECT recorded_at FROM store.event WHERE position <= :position AND (position = :position OR EXISTS (
                            SELECT 1 FROM store.incarnation WHERE :position BETWEEN lost_from AND lost_to))
                        ORDER BY position DESC LIMIT 1""")
                .param("position", position)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public List<LoggedEvent> reference(int without, long position) {
        return sql.sql(SELECT + "WHERE stream = ? AND sequence >= ? AND position <= ? ORDER BY sequence")
                .param(Stream.REFERENCE.name())
                .param(without)
                .param(position)
                .query(StoredLog::logged)
                .list();
    }

    @Override
    public Map<String, List<LoggedEvent>> streams(Collection<Stream> streams, long position) {
        Map<String, List<LoggedEvent>> events = new HashMap<>();
        sql.sql(SELECT + "WHERE stream = ANY (?) AND position <= ? ORDER BY stream, sequence")
                .param(streams.stream().map(Stream::name).toArray(String[]::new))
                .param(position)
                .query(StoredLog::logged)
                .list()
                .forEach(event -> events.computeIfAbsent(event.stream(), unseen -> new ArrayList<>())
                        .add(event));
        return events;
    }

    /** The first of a stream's events is looked for by itself, so that none of the others is read. */
    @Override
    public Set<String> known(Collection<Stream> streams, long position) {
        return sql.sql("""
                        SELECT asked.name FROM unnest(?::text[]) AS asked(name) CROSS JOIN LATERAL (
                            SELECT 1 FROM store.event WHERE stream = asked.name AND position <= ?
                            ORDER BY sequence LIMIT 1) begun""")
                .param(streams.stream().map(Stream::name).toArray(String[]::new))
                .param(position)
                .query((row, index) -> row.getString(1))
                .set();
    }

    /** By the index of streams: to sort a whole log would fill the disk before the first row comes. */
    @Override
    public void byStream(long position, Consumer<LoggedEvent> each) {
        OrderedCopy.read(
                dataSource,
                "SELECT position, recorded_at, stream, leaf || rest FROM store.event WHERE position <= " + position
                        + " ORDER BY stream, sequence",
                CheckedRow::of,
                each);
    }

    /** Times of recording never go down, so halving the positions finds it, and no index is needed. */
    @Override
    public long lastRecordedBy(Instant instant) {
        return sql.sql("""
                        WITH RECURSIVE halving(low, high) AS (
                            SELECT 0::bigint, (SELECT coalesce(max(position), 0) FROM store.event)
                            UNION ALL
                            SELECT CASE WHEN by_then THEN middle ELSE low END,
                                   CASE WHEN by_then THEN high ELSE middle - 1 END
                            FROM (SELECT low, high, (low + high + 1) / 2 AS middle FROM halving WHERE low < high) h,
                                 LATERAL (SELECT coalesce(
                                     (SELECT recorded_at <= ? FROM store.event WHERE position <= h.middle
                                      ORDER BY position DESC LIMIT 1), true) AS by_then) e)
                        SELECT coalesce((SELECT max(position) FROM store.event WHERE position <= low), 0)
                        FROM halving WHERE low = high""")
                .param(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public Map<Long, Map<String, String>> texts(Stream stream) {
        Map<Long, Map<String, String>> texts = new HashMap<>();
        sql.sql("""
                        SELECT position, path, text FROM store.free_text JOIN store.event USING (position)
                        WHERE stream = ? AND text IS NOT NULL""").param(stream.name()).query(row -> {
            texts.computeIfAbsent(row.getLong(1), unseen -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        return texts;
    }

    private static LoggedEvent logged(ResultSet row, int index) throws SQLException {
        Instant recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        return new StoredRow(row.getLong(1), row.getString(2), recordedAt, row.getBytes(4), 0);
    }
}
