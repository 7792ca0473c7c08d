package hoso.command.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of bytes in constant memory. A last line without its end counts, since the body was complete; where the
 * sender broke off, the read fails and the half line was never seen.
 */
final class LineReader {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final int lineMax;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int from;
    private int to;
    private long line;

    LineReader(InputStream in, int lineMax) {
        this.in = in;
        this.lineMax = lineMax;
    }

    /**
     * A line without its end.
     *
     * @param bytes null where the line was longer than allowed; it was read over
     */
    record Line(long number, byte @Nullable [] bytes) {
        /** Of JSON's white space alone: a NUL, say, is malformed and not nothing. */
        boolean isBlank() {
            if (bytes == null) return false;
            for (byte character : bytes) if (character != ' ' && character != '\t' && character != '\r') return false;
            return true;
        }
    }

    /** The next line; null at the end. */
    @Nullable
    Line next() throws IOException {
        byte[] gathered = new byte[0];
        boolean tooLong = false;
        while (true) {
            if (from == to && !fill()) return gathered.length == 0 && !tooLong ? null : line(gathered, tooLong);
            int end = from;
            while (end < to && buffer[end] != '\n') end++;
            if (!tooLong && gathered.length + end - from > lineMax + 1) tooLong = true;
            gathered = tooLong ? new byte[0] : appended(gathered, end);
            boolean complete = end < to;
            from = complete ? end + 1 : end;
            if (complete) return line(gathered, tooLong);
        }
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        from = 0;
        to = Math.max(read, 0);
        return read > 0;
    }

    private byte[] appended(byte[] start, int end) {
        byte[] longer = Arrays.copyOf(start, start.length + end - from);
        System.arraycopy(buffer, from, longer, start.length, end - from);
        return longer;
    }

    private Line line(byte[] bytes, boolean tooLong) {
        line++;
        if (tooLong) return new Line(line, null);
        boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        byte[] text = carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
        return text.length > lineMax ? new Line(line, null) : new Line(line, text);
    }
}
