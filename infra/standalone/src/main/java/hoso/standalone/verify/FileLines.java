package hoso.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The heads in a file, as many as it had at a time; what a crash has left of a last line is none. */
final class FileLines implements HeadLines {

    private static final int BUFFER_BYTES = 128 << 10;

    /** A longer line is no head. */
    private static final int LINE_BYTES_MAX = 64 << 10;

    private final Check check;
    private final Findings findings;
    private final InputStream in;
    private long bytesLeft;
    private long number;
    private long last;

    FileLines(Path file, long bytes, Check check, Findings findings) throws IOException {
        this.check = check;
        this.findings = findings;
        this.in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        this.bytesLeft = bytes;
    }

    @Override
    public @Nullable HeadLine next() throws IOException {
        for (String text = line(); text != null; text = line()) {
            number++;
            try {
                var line = HeadLine.of(text);
                if (line.size() >= last) {
                    last = line.size();
                    return line;
                }
                findings.wrong(check, line.size(), "line " + number + " stands out of order");
            } catch (IllegalArgumentException changed) {
                findings.wrong(check, last + 1, "line " + number + " cannot be read");
            }
        }
        return null;
    }

    /** Null at the end, where a line that is torn is one. */
    private @Nullable String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (bytesLeft > 0) {
            int next = in.read();
            bytesLeft--;
            if (next == '\n') return bytes.toString(UTF_8);
            if (next < 0) return null;
            if (bytes.size() < LINE_BYTES_MAX) bytes.write(next);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
