package hoso.standalone.load;

import hoso.standalone.demo.DemoLine;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a load that are still to be sent, and which of them are due. */
final class DueLines {

    /** Some megabytes: seconds of work to do again after a crash, and few requests. */
    static final int LINES_A_PIECE = 20_000;

    private final Iterator<DemoLine> later;

    private @Nullable DemoLine next;

    /**
     * What one request carries.
     *
     * @param ndjson each of its lines with its line end
     */
    record Piece(int lines, byte[] ndjson) {

        boolean isEmpty() {
            return lines == 0;
        }

        /** Whether more may be due. */
        boolean isFull() {
            return lines == LINES_A_PIECE;
        }
    }

    DueLines(Iterator<DemoLine> lines) {
        later = lines;
        advance();
    }

    boolean hasNext() {
        return next != null;
    }

    /** When the next line was published. */
    Instant next() {
        if (next == null) throw new NoSuchElementException();
        return next.publishedAt();
    }

    /** Takes what was published up to a moment, itself included, or as much of it as one request carries. */
    Piece take(Instant until) {
        var ndjson = new ByteArrayOutputStream();
        int lines = 0;
        while (next != null && lines < LINES_A_PIECE && !next.publishedAt().isAfter(until)) {
            ndjson.writeBytes(next.json());
            ndjson.write('\n');
            lines++;
            advance();
        }
        return new Piece(lines, ndjson.toByteArray());
    }

    private void advance() {
        next = later.hasNext() ? later.next() : null;
    }
}
