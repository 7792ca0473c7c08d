package hoso.edge.heads;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signed heads, one a line, appended and on disk when that returns; never changed.
 *
 * <p>Programs that share a folder keep each other out: a line is appended only while nobody else writes, and only behind the
 * line that was the last when this one was opened, or that it has appended itself. So whoever was frozen and wakes cannot put
 * an older head behind a newer one.
 */
public final class HeadFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadFile.class);

    /** Of a line at most: a head that quotes the 34 provinces is some 7 KiB long. */
    private static final int LINE_BYTES_MAX = 64 << 10;

    /** An append takes some milliseconds. */
    private static final long ALONE_WITHIN_MS = 2_000;

    private static final long PAUSE_MS = 20;

    private final Path file;
    private final FileChannel channel;

    /** Where the file ended when it was last looked at. */
    private long end;

    private HeadFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens or makes it; what a crash has left of a last line is cut off. */
    public static HeadFile open(Path file) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var opened = new HeadFile(file, channel);
            try (var _ = opened.alone()) {
                opened.cutTornLine();
                opened.end = channel.size();
            }
            return opened;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private void cutTornLine() throws IOException {
        byte[] end = end();
        int whole = lastLineFeed(end, end.length) + 1;
        if (whole == end.length) return;
        LOG.warn("the last line of {} is torn, and is cut off", file);
        channel.truncate(channel.size() - end.length + whole);
        channel.force(true);
    }

    /** The last line, without its line feed. */
    public Optional<String> lastLine() throws IOException {
        byte[] end = end();
        if (end.length == 0) return Optional.empty();
        int from = lastLineFeed(end, end.length - 1) + 1;
        return Optional.of(new String(end, from, end.length - 1 - from, UTF_8));
    }

    private byte[] end() throws IOException {
        long size = channel.size();
        var end = ByteBuffer.allocate((int) Math.min(size, 2L * LINE_BYTES_MAX));
        long from = size - end.capacity();
        while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {
            // as often as it takes
        }
        return end.array();
    }

    private static int lastLineFeed(byte[] bytes, int before) {
        int at = before - 1;
        while (at >= 0 && bytes[at] != '\n') at--;
        return at;
    }

    /** @throws IOException also where another program has written to it, or is just writing: open it again */
    public void append(List<String> lines) throws IOException {
        if (lines.isEmpty()) return;
        var bytes = ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(UTF_8));
        try (var _ = alone()) {
            if (channel.size() != end) throw new IOException("another program has written to " + file);
            while (bytes.hasRemaining()) channel.write(bytes, end + bytes.position());
            channel.force(true);
            end += bytes.limit();
        }
    }

    /** Bounded: one that is frozen while it writes must not freeze the others. */
    private FileLock alone() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ALONE_WITHIN_MS);
        while (true) {
            FileLock lock = tryLock();
            if (lock != null) return lock;
            if (System.nanoTime() - deadline >= 0) throw new IOException("another program is writing to " + file);
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped");
            }
        }
    }

    /** Null where another has it, be it of this program. */
    private @Nullable FileLock tryLock() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProgram) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
