package hoso.query.feed;

import hoso.event.Stream;
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
import javax.sql.DataSource;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of accepted events, as SQL. */
public final class EventLog {

    private static final String SELECT = "SELECT position, stream, recorded_at, rest FROM store.event ";

    private final DataSource dataSource;
    private final JdbcClient sql;

    public EventLog(DataSource dataSource) {
        this.dataSource = dataSource;
        this.sql = JdbcClient.create(dataSource);
    }

    /** Events after a position, in order. */
    public List<LoggedEvent> after(long position, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return LogCopy.after(connection, position, limit);
        } catch (SQLException unreadable) {
            throw new DataRetrievalFailureException("the log cannot be read", unreadable);
        }
    }

    /** The newest position; 0 where there is no event. */
    public long head() {
        return sql.sql("SELECT coalesce(max(position), 0) FROM store.event")
                .query(Long.class)
                .single();
    }

    /** When a position was recorded; empty where there is no such position. */
    public Optional<Instant> recordedAt(long position) {
        return sql.sql("SELECT recorded_at FROM store.event WHERE position = ?")
                .param(position)
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The events of a stream up to a position, in order. */
    public List<LoggedEvent> stream(Stream stream, long position) {
        return stream(stream, 0, position);
    }

    /** The events of a stream from a place in it on, up to a position of the log, in order. */
    List<LoggedEvent> stream(Stream stream, int fromSequence, long position) {
        return sql.sql(SELECT + "WHERE stream = ? AND sequence >= ? AND position <= ? ORDER BY sequence")
                .param(stream.name())
                .param(fromSequence)
                .param(position)
                .query(EventLog::logged)
                .list();
    }

    /** The events of some streams up to a position, each stream in order. */
    public Map<String, List<LoggedEvent>> streams(Collection<Stream> streams, long position) {
        Map<String, List<LoggedEvent>> events = new HashMap<>();
        sql.sql(SELECT + "WHERE stream = ANY (?) AND position <= ? ORDER BY stream, sequence")
                .param(streams.stream().map(Stream::name).toArray(String[]::new))
                .param(position)
                .query(EventLog::logged)
                .list()
                .forEach(event -> events.computeIfAbsent(event.stream(), unseen -> new ArrayList<>())
                        .add(event));
        return events;
    }

    /**
     * The last position recorded at or before an instant; 0 where there is none. Times of recording never go down, so
     * halving the positions finds it, and no index is needed.
     */
    public long lastRecordedBy(Instant instant) {
        return sql.sql("""
                        WITH RECURSIVE halving(low, high) AS (
                            SELECT 0::bigint, (SELECT coalesce(max(position), 0) FROM store.event)
                            UNION ALL
                            SELECT CASE WHEN by_then THEN middle ELSE low END,
                                   CASE WHEN by_then THEN high ELSE middle - 1 END
                            FROM (SELECT low, high, (low + high + 1) / 2 AS middle FROM halving WHERE low < high) h,
                                 LATERAL (SELECT recorded_at <= ? AS by_then FROM store.event
                                          WHERE position = h.middle) e)
                        SELECT low FROM halving WHERE low = high""")
                .param(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static LoggedEvent logged(ResultSet row, int index) throws SQLException {
        Instant recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        return new LoggedEvent(row.getLong(1), row.getString(2), recordedAt, row.getBytes(4), 0);
    }
}
