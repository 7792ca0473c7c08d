package hoso.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a file, as many as it had at a time; what a crash has left of a last line is none. */
final class FileText implements AutoCloseable {

    private static final int BUFFER_BYTES = 128 << 10;

    /** A longer line is no head. */
    private static final int LINE_BYTES_MAX = 64 << 10;

    private final InputStream in;
    private long bytesLeft;
    private long number;

    FileText(Path file, long bytes) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        this.bytesLeft = bytes;
    }

    /** The next line; null at the end. */
    @Nullable
    String next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (bytesLeft > 0) {
            int next = in.read();
            bytesLeft--;
            if (next == '\n') {
                number++;
                return bytes.toString(UTF_8);
            }
            if (next < 0) return null;
            if (bytes.size() < LINE_BYTES_MAX) bytes.write(next);
        }
        return null;
    }

    /** Of the line that came last, from 1. */
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
