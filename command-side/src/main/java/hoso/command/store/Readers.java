package hoso.command.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Reads of the store, each one SELECT on a connection of a small pool. */
final class Readers implements AutoCloseable {

    private static final String COLUMNS = "SELECT " + StoredRow.COLUMNS + " FROM store.event ";
    private static final String STREAM = COLUMNS + "WHERE stream = ? AND sequence >= ? ORDER BY sequence";
    private static final String STREAMS = COLUMNS + "WHERE stream = ANY (?) ORDER BY stream, sequence";
    private static final String AFTER = COLUMNS + "WHERE position > ? ORDER BY position LIMIT ?";
    private static final String DOSSIERS =
            COLUMNS + "WHERE stream > ? AND stream < 'd0' ORDER BY stream, sequence LIMIT ?"; // 0 follows the slash
    private static final String POSITIONS = "SELECT e.stream, e.sequence, e.position"
            + " FROM unnest(?::text[], ?::int[]) AS asked (stream, sequence)"
            + " JOIN store.event e ON e.stream = asked.stream AND e.sequence = asked.sequence";
    private static final String LAST =
            "SELECT sequence FROM store.event WHERE stream = ? ORDER BY sequence DESC LIMIT 1";
    private static final String HEAD = "SELECT position FROM store.event ORDER BY position DESC LIMIT 1";

    private static final String BYTES =
            "SELECT pg_total_relation_size('store.event') + pg_total_relation_size('store.free_text')";

    private static final String RECORDED_AT = "SELECT recorded_at FROM store.event WHERE position = ?";

    /** A load that finds no connection in this time answers 503. */
    private static final long CONNECTION_WITHIN_MS = 2_000;

    /** No SELECT of ours takes seconds; a server that does not answer must not hold its threads. */
    private static final String SOCKET_TIMEOUT_S = "10";

    /**
     * A plan is made once, perhaps while the table is empty, and must still be right when it has a million rows.
     */
    private static final String OPTIONS = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off";

    private final HikariDataSource pool;

    Readers(StoreSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("store-readers");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.application().user());
        config.setPassword(settings.application().password());
        config.setMaximumPoolSize(settings.readers());
        config.setConnectionTimeout(CONNECTION_WITHIN_MS);
        config.setInitializationFailTimeout(-1); // the database may come later than we do
        config.addDataSourceProperty("ApplicationName", "hoso store reader");
        config.addDataSourceProperty("options", OPTIONS);
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_S);
        config.addDataSourceProperty("prepareThreshold", "1");
        this.pool = new HikariDataSource(config);
    }

    List<StoredEvent> stream(String stream, long firstSequence) {
        return query(
                STREAM,
                statement -> {
                    statement.setString(1, stream);
                    statement.setLong(2, firstSequence);
                },
                Readers::events);
    }

    /** Every stream asked for, empty where there is none; one with a sick event is left out. */
    Map<Stream, List<StoredEvent>> streams(Collection<Stream> streams) {
        var found = new LinkedHashMap<Stream, List<StoredEvent>>();
        if (streams.isEmpty()) return found;
        var names = streams.stream().map(Stream::name).toArray(String[]::new);
        var rows = query(
                        STREAMS,
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("text", names)),
                        Readers::rows)
                .stream()
                .collect(Collectors.groupingBy(StoredRow::stream));
        for (var stream : streams) {
            try {
                found.put(stream, read(rows.getOrDefault(stream.name(), List.of())));
            } catch (SickEvent sick) {
                // whoever loads it by itself is told
            }
        }
        return found;
    }

    /** The next events in the one global order. */
    List<StoredEvent> after(long position, int limit) {
        return query(
                AFTER,
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, limit);
                },
                Readers::events);
    }

    /** The events of dossiers, one dossier after another, from the one after a stream on. */
    List<StoredRow> dossiersAfter(String stream, int limit) {
        return query(
                DOSSIERS,
                statement -> {
                    statement.setString(1, stream);
                    statement.setInt(2, limit);
                },
                Readers::rows);
    }

    Map<InStream, Long> positionsOf(Collection<InStream> events) {
        if (events.isEmpty()) return Map.of();
        var streams = events.stream().map(event -> event.stream().name()).toArray(String[]::new);
        var sequences = events.stream().map(InStream::sequence).toArray(Integer[]::new);
        return query(
                POSITIONS,
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text", streams));
                    statement.setArray(2, statement.getConnection().createArrayOf("int4", sequences));
                },
                Readers::positions);
    }

    OptionalLong lastSequence(String stream) {
        return query(LAST, statement -> statement.setString(1, stream), Readers::number);
    }

    Optional<Instant> recordedAt(long position) {
        return query(RECORDED_AT, statement -> statement.setLong(1, position), Readers::instant);
    }

    long bytes() {
        return query(BYTES, statement -> {}, Readers::number).orElseThrow();
    }

    OptionalLong head() {
        return query(HEAD, statement -> {}, Readers::number);
    }

    @Override
    public void close() {
        pool.close();
    }

    private interface Setter {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Result<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, Setter parameters, Result<T> result) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (var rows = statement.executeQuery()) {
                return result.of(rows);
            }
        } catch (SQLException failure) {
            throw new StoreUnavailable("the store cannot be read", failure);
        }
    }

    private static List<StoredEvent> events(ResultSet rows) throws SQLException {
        return read(rows(rows));
    }

    private static List<StoredEvent> read(List<StoredRow> rows) {
        return rows.stream().map(StoredRow::read).toList();
    }

    private static List<StoredRow> rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<StoredRow>();
        while (result.next()) rows.add(StoredRow.of(result));
        return rows;
    }

    private static Map<InStream, Long> positions(ResultSet rows) throws SQLException {
        var positions = new HashMap<InStream, Long>();
        while (rows.next())
            positions.put(new InStream(Stream.named(rows.getString(1)), rows.getInt(2)), rows.getLong(3));
        return positions;
    }

    private static Optional<Instant> instant(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant()) : Optional.empty();
    }

    private static OptionalLong number(ResultSet rows) throws SQLException {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }
}
