package hoso.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file the server writes to, one older copy beside it. */
public record ServerLog(Path file) {

    /** Months of a quiet server, and still quick to read as a whole. */
    private static final long SIZE_MAX = 8L << 20;

    /** Not a line a second fills what it may hold in so short a time. */
    public static final Duration BOUND_EVERY = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);

    /** The last words of a start, with room to spare. */
    private static final int TAIL_MAX = 64 << 10;

    public long length() {
        return file.toFile().length();
    }

    public void prepare() throws IOException {
        if (!Files.exists(file)) {
            var mode = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        }
        bound();
    }

    /** Keeps it bounded. The server appends, so a file emptied under it is written on from its start. */
    public void bound() {
        if (length() <= SIZE_MAX) return;
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            content.setLength(0);
        } catch (IOException e) {
            LOG.warn("{} grows on: {}", file, e.toString());
        }
    }

    public String since(long offset) {
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(Math.min(offset, content.length()), content.length() - TAIL_MAX);
            content.seek(from);
            var bytes = new byte[(int) (content.length() - from)];
            content.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.of("cannot read", file, e);
        }
    }
}
