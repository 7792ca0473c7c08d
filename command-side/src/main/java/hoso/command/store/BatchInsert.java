package hoso.command.store;

import hoso.event.Note;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement that stores a batch: one round trip and one flush, however many wait. */
final class BatchInsert {

    /**
     * The first event of a stream in the tenure takes its sequence from the one before it in the store: where that is
     * missing, it has none and the statement fails; where another is there already, the unique index fails it.
     */
    private static final String EVENTS = """
            INSERT INTO store.event (position, recorded_at, sequence, stream, leaf, rest)
            SELECT ? + e.nth, ?,
                   CASE WHEN e.begins AND e.sequence > 0
                        THEN (SELECT b.sequence + 1 FROM store.event b
                              WHERE b.stream = e.stream AND b.sequence = e.sequence - 1)
                        ELSE e.sequence END,
                   e.stream, e.leaf, e.rest
            FROM unnest(?::int[], ?::text[], ?::bytea[], ?::bytea[], ?::bool[])
                 WITH ORDINALITY AS e (sequence, stream, leaf, rest, begins, nth)""";

    private static final String TEXTS_AND_EVENTS = """
            WITH texts AS (
                INSERT INTO store.free_text (position, path, salt, text)
                SELECT t.position, t.path, t.salt, t.text
                FROM unnest(?::bigint[], ?::text[], ?::bytea[], ?::text[]) AS t (position, path, salt, text))
            """ + EVENTS;

    private static final String ERASE = """
            UPDATE store.free_text SET salt = NULL, text = NULL
            WHERE text IS NOT NULL
              AND position IN (SELECT e.position FROM store.event e WHERE e.stream = ? AND e.position < ?)""";

    private record Text(Long position, String path, SaltedText text) {}

    private final Connection connection;

    BatchInsert(Connection connection) {
        this.connection = connection;
    }

    void run(Batch batch) throws SQLException {
        var erasures = batch.entries().stream()
                .filter(entry -> entry.stored().event().fact() instanceof Note.TextsErased)
                .toList();
        if (erasures.isEmpty()) {
            insert(batch.entries());
            return;
        }
        connection.setAutoCommit(false);
        try {
            insert(batch.entries());
            for (var erasure : erasures) erase(erasure);
            connection.commit();
            checkNoWarning(connection.getWarnings());
        } catch (SQLException failure) {
            // otherwise the connection is given up, and what it was doing with it
            if (Failures.isRefusal(failure)) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            throw failure;
        }
        connection.setAutoCommit(true);
    }

    private void insert(List<Batch.Entry> entries) throws SQLException {
        var texts = texts(entries);
        try (var statement = connection.prepareStatement(texts.isEmpty() ? EVENTS : TEXTS_AND_EVENTS)) {
            int next = texts.isEmpty() ? 1 : setTexts(statement, texts);
            setEvents(statement, next, entries);
            statement.executeUpdate();
            checkNoWarning(statement.getWarnings());
        }
    }

    private void setEvents(PreparedStatement statement, int from, List<Batch.Entry> entries) throws SQLException {
        int count = entries.size();
        var sequences = new int[count];
        var streams = new String[count];
        var leaves = new byte[count][];
        var rests = new byte[count][];
        var begins = new boolean[count];
        for (int index = 0; index < count; index++) {
            var entry = entries.get(index);
            sequences[index] = entry.stored().event().sequence();
            streams[index] = entry.stored().event().stream().name();
            leaves[index] = entry.leaf();
            rests[index] = entry.pending().rest();
            begins[index] = entry.begins();
        }
        var first = entries.getFirst().stored();
        statement.setLong(from, first.position() - 1);
        statement.setObject(from + 1, first.recordedAt().atOffset(ZoneOffset.UTC));
        statement.setArray(from + 2, connection.createArrayOf("int4", boxed(sequences)));
        statement.setArray(from + 3, connection.createArrayOf("text", streams));
        statement.setArray(from + 4, connection.createArrayOf("bytea", leaves));
        statement.setArray(from + 5, connection.createArrayOf("bytea", rests));
        statement.setArray(from + 6, connection.createArrayOf("bool", boxed(begins)));
    }

    private int setTexts(PreparedStatement statement, List<Text> texts) throws SQLException {
        statement.setArray(
                1,
                connection.createArrayOf(
                        "int8", texts.stream().map(Text::position).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf("text", texts.stream().map(Text::path).toArray(String[]::new)));
        statement.setArray(
                3,
                connection.createArrayOf(
                        "bytea", texts.stream().map(text -> text.text().salt()).toArray(byte[][]::new)));
        statement.setArray(
                4,
                connection.createArrayOf(
                        "text", texts.stream().map(text -> text.text().text()).toArray(String[]::new)));
        return 5;
    }

    private static List<Text> texts(List<Batch.Entry> entries) {
        var texts = new ArrayList<Text>();
        for (var entry : entries)
            entry.pending()
                    .context()
                    .texts()
                    .forEach((path, text) -> texts.add(new Text(entry.stored().position(), path, text)));
        return texts;
    }

    /** Empties the texts of the dossier up to the order; what is typed later stays. */
    private void erase(Batch.Entry erasure) throws SQLException {
        try (var statement = connection.prepareStatement(ERASE)) {
            statement.setString(1, erasure.stored().event().stream().name());
            statement.setLong(2, erasure.stored().position());
            statement.executeUpdate();
        }
    }

    /** As "committed here, but not on the replica that was to have it": not what was asked for. */
    private static void checkNoWarning(@Nullable SQLWarning warning) throws SQLException {
        if (warning != null) throw new SQLException("committed with a warning: " + warning.getMessage(), warning);
    }

    private static Integer[] boxed(int[] values) {
        var boxed = new Integer[values.length];
        for (int index = 0; index < values.length; index++) boxed[index] = values[index];
        return boxed;
    }

    private static Boolean[] boxed(boolean[] values) {
        var boxed = new Boolean[values.length];
        for (int index = 0; index < values.length; index++) boxed[index] = values[index];
        return boxed;
    }
}
