package hoso.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A folder held by this process alone; the kernel lets go of it when the process ends, however it ends. */
public final class FolderLock implements AutoCloseable {

    /** Closing any channel of a file drops every lock this JVM has on it: so a second one is never opened. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private static final int PID_BYTES_MAX = 32;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    public static FolderLock take(Path folder) {
        try {
            var file = folder.toRealPath().resolve("lock");
            if (!HELD_HERE.add(file)) {
                throw inUse(folder, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return new FolderLock(file, locked(folder, file));
            } catch (IOException | RuntimeException e) {
                HELD_HERE.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw Failure.of("cannot lock the folder", folder, e);
        }
    }

    private static FileChannel locked(Path folder, Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(folder, holder(channel));
            }
            var pid = String.valueOf(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(PID_BYTES_MAX);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    }

    private static ServerUnavailable inUse(Path folder, String pid) {
        return new ServerUnavailable("the folder " + folder + " is in use by another Hoso (process " + pid + ")");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Failure.of("cannot let go of", file, e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
