package hoso.standalone.verify;

import hoso.query.feed.LogCopy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Along all events in the order of streams: each begins with sequence 0 and has every one after it. */
final class StreamWalk {

    /** The index alone has all of it, and it is read without sorting. */
    private static final String SELECT =
            "SELECT 0::bigint, '2000-01-01Z'::timestamptz, stream, int4send(sequence) FROM store.event ORDER BY stream, sequence";

    private static final String POSITION = "SELECT min(position) FROM store.event WHERE stream = ? AND sequence = ?";

    private record Place(String stream, int sequence) {}

    private final Findings findings;
    private final Progress progress;
    private Place before = new Place("", -1);
    private @Nullable Place wrong;
    private int expected;
    private long seen;

    StreamWalk(Findings findings, Progress progress) {
        this.findings = findings;
        this.progress = progress;
    }

    /** Answers how many there were. */
    long walk(Connection connection) throws SQLException {
        LogCopy.each(
                connection,
                SELECT,
                (position, stream, recordedAt, row, from) ->
                        new Place(stream, ByteBuffer.wrap(row).getInt(from)),
                this::take);
        findings.checked(Check.STREAMS, seen);
        if (wrong != null)
            findings.wrong(
                    Check.STREAMS,
                    position(connection, wrong),
                    "it is event " + wrong.sequence() + " of " + wrong.stream() + ", where " + expected + " must come");
        return seen;
    }

    private void take(Place place) {
        if (++seen % 4_096 == 0) progress.reached(seen);
        int next = place.stream().equals(before.stream()) ? before.sequence() + 1 : 0;
        if (place.sequence() != next && wrong == null) {
            wrong = place;
            expected = next;
        }
        before = place;
    }

    private static long position(Connection connection, Place place) throws SQLException {
        try (var statement = connection.prepareStatement(POSITION)) {
            statement.setString(1, place.stream());
            statement.setInt(2, place.sequence());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
