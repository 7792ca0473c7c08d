package hoso.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** While this is open, the PostgreSQL of a folder is killed whenever it is started. */
final class KeptDown implements AutoCloseable {

    private final HouseFolder folder;
    private final AtomicInteger kills = new AtomicInteger();
    private final Thread killer;
    private volatile boolean enough;

    KeptDown(HouseFolder folder) {
        this.folder = folder;
        kill();
        this.killer = Thread.ofPlatform().start(() -> {
            while (!enough) kill();
        });
    }

    private void kill() {
        try {
            for (var process : folder.postgresql()) if (process.destroyForcibly()) kills.incrementAndGet();
            Thread.sleep(5);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many processes were killed so far. */
    int kills() {
        return kills.get();
    }

    @Override
    public void close() throws IOException {
        enough = true;
        try {
            killer.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
