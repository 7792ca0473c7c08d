package hoso.query.feed;

import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.wire.StoredEventFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of accepted events, as SQL. */
public final class EventLog {

    private final JdbcClient sql;

    public EventLog(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    /** Events after a position, in order. */
    public List<LoggedEvent> after(long position, int limit) {
        return sql.sql(
                        "SELECT position, stream, recorded_at, rest FROM store.event WHERE position > ? ORDER BY position LIMIT ?")
                .param(position)
                .param(limit)
                .query(EventLog::logged)
                .list();
    }

    /** The newest position; 0 where there is no event. */
    public long head() {
        return sql.sql("SELECT coalesce(max(position), 0) FROM store.event")
                .query(Long.class)
                .single();
    }

    public Optional<StoredEvent> at(long position) {
        return sql.sql("SELECT position, stream, recorded_at, rest FROM store.event WHERE position = ?")
                .param(position)
                .query(EventLog::stored)
                .optional();
    }

    /** The events of a stream up to a position, in order. */
    public List<StoredEvent> stream(Stream stream, long position) {
        return stream(stream, 0, position);
    }

    /** The events of a stream from a place in it on, up to a position of the log, in order. */
    List<StoredEvent> stream(Stream stream, int fromSequence, long position) {
        return sql.sql("""
                        SELECT position, stream, recorded_at, rest FROM store.event
                        WHERE stream = ? AND sequence >= ? AND position <= ? ORDER BY sequence""")
                .param(stream.name())
                .param(fromSequence)
                .param(position)
                .query(EventLog::stored)
                .list();
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
        long position = row.getLong(1);
        Instant recordedAt = row.getObject(3, OffsetDateTime.class).toInstant();
        return new LoggedEvent(
                position, row.getString(2), StoredEventFormat.bytes(position, recordedAt, row.getBytes(4)));
    }

    private static StoredEvent stored(ResultSet row, int index) throws SQLException {
        return StoredEventFormat.read(logged(row, index).bytes());
    }
}
