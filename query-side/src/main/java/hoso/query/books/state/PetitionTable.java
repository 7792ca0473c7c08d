package hoso.query.books.state;

import hoso.event.PetitionFact;
import hoso.event.PetitionFact.PetitionReceived;
import hoso.event.history.PetitionHistory;
import hoso.query.books.slot.Slot;
import hoso.query.copy.CopyRows;
import hoso.query.ledger.Contribution;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Petitions as they now stand, as SQL. */
public final class PetitionTable {

    private static final int FIELDS = 10;
    private static final String COLUMNS =
            "position, events, unit, kind, source, received_at, answered_at, published_at, satisfied";

    private final Connection connection;
    private final String table;

    public PetitionTable(Connection connection, Slot slot) {
        this.connection = connection;
        this.table = slot.table("petition");
    }

    /** How petitions now stand, known or not. */
    public Map<String, KeptStream<PetitionHistory>> read(Collection<String> ids) throws SQLException {
        Map<String, KeptStream<PetitionHistory>> known = new LinkedHashMap<>();
        if (ids.isEmpty()) return known;
        for (String id : ids) known.put(id, KeptStream.unknown(id, PetitionHistory.UNKNOWN));
        String sql = "SELECT events, kind, source, unit, received_at, answered_at, published_at, satisfied, id FROM "
                + table + " WHERE id = ANY (?)";
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    PetitionHistory history = history(rows);
                    String id = rows.getString(9);
                    known.put(id, new KeptStream<>(id, history, Contribution.of(history), false));
                }
            }
        }
        return known;
    }

    /** Writes those that have changed, within the transaction that moves the place. */
    public void write(Collection<KeptStream<PetitionHistory>> petitions) throws SQLException {
        var rows = new CopyRows();
        for (KeptStream<PetitionHistory> petition : petitions) if (petition.position() > 0) write(rows, petition);
        if (rows.rows() == 0) return;
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMPORARY TABLE IF NOT EXISTS changed_petition (LIKE " + table + ") ON COMMIT DELETE ROWS");
            rows.into(connection, "pg_temp.changed_petition");
            statement.execute("INSERT INTO " + table + " SELECT * FROM pg_temp.changed_petition"
                    + " ON CONFLICT (id) DO UPDATE SET (" + COLUMNS + ") = ROW(excluded."
                    + COLUMNS.replace(", ", ", excluded.") + ")");
            // the transaction may write more of them
            statement.execute("TRUNCATE pg_temp.changed_petition");
        }
    }

    private static void write(CopyRows rows, KeptStream<PetitionHistory> petition) {
        PetitionHistory history = petition.history();
        rows.row(FIELDS).text(petition.id()).int8(petition.position()).int4(history.events());
        PetitionReceived received = history.received();
        if (received == null) rows.none().none().none();
        else
            rows.text(received.unit())
                    .int2(received.kind().ordinal())
                    .int2(received.source().ordinal());
        rows.timestamptz(history.receivedAt()).timestamptz(history.answeredAt()).timestamptz(history.publishedAt());
        Boolean satisfied = history.satisfied();
        if (satisfied == null) rows.none();
        else rows.bool(satisfied);
    }

    private static PetitionHistory history(ResultSet row) throws SQLException {
        String unit = row.getString(4);
        PetitionReceived received = unit == null
                ? null
                : new PetitionReceived(
                        PetitionFact.Kind.values()[row.getInt(2)], PetitionFact.Source.values()[row.getInt(3)], unit);
        return new PetitionHistory(
                row.getInt(1),
                received,
                instant(row, 5),
                instant(row, 6),
                instant(row, 7),
                row.getObject(8, Boolean.class));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
