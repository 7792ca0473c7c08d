package hoso.query.books.slot;

import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is done on one connection, one after another, by a thread of its own: so the next events are folded while the rows
 * of those before are on their way. After a failure nothing more is done, and whoever asks for more is told of it.
 */
public final class WriteBehind implements AutoCloseable {

    /** What counts for something that holds no rows, or few: a bound all the same. */
    private static final int NO_ROWS_BYTES = 1 << 10;

    /** Nobody waits longer for the end of what is being done. */
    private static final int END_SECONDS_MAX = 5;

    /** Something to be done. */
    @FunctionalInterface
    public interface Write {
        void run() throws SQLException;
    }

    /** Something to be asked. */
    @FunctionalInterface
    public interface Question<T> {
        T ask() throws SQLException;
    }

    private final ExecutorService thread;
    private final int bytesMax;
    private final Semaphore room;
    private volatile @Nullable Throwable failure;

    /**
     * @param name of the thread
     * @param bytesMax of the rows that may wait
     */
    public WriteBehind(String name, int bytesMax) {
        this.bytesMax = bytesMax;
        this.room = new Semaphore(bytesMax);
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Does something that holds few rows, as {@link #soon(int, Write)} does. */
    public void soon(Write write) throws SQLException {
        soon(NO_ROWS_BYTES, write);
    }

    /**
     * Does something after all that came before, and does not wait for it unless too much waits already.
     *
     * @param bytes of the rows that wait until it is done
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a failure is kept, and told to whoever asks for more
    public void soon(int bytes, Write write) throws SQLException {
        put(bytes, () -> {
            write.run();
            return Boolean.TRUE;
        });
    }

    /** The answer to something that is asked after all that came before. */
    public <T> T now(Question<T> question) throws SQLException {
        try {
            return put(NO_ROWS_BYTES, question).join();
        } catch (CompletionException failed) {
            throw thrown(Objects.requireNonNull(failed.getCause()));
        }
    }

    private <T> CompletableFuture<T> put(int bytes, Question<T> question) throws SQLException {
        if (failure != null) throw thrown(failure);
        int held = Math.min(bytes, bytesMax);
        room.acquireUninterruptibly(held);
        try {
            if (failure == null) return CompletableFuture.supplyAsync(() -> answer(held, question), thread);
        } catch (RejectedExecutionException closed) {
            // by another thread, which has left the reason
        }
        room.release(held);
        throw thrown(Objects.requireNonNull(failure));
    }

    private <T> T answer(int held, Question<T> question) {
        try {
            if (failure != null) throw new CompletionException(failure);
            return question.ask();
        } catch (SQLException | RuntimeException | Error thrown) {
            if (failure == null) failure = thrown;
            throw new CompletionException(failure);
        } finally {
            room.release(held);
        }
    }

    private static SQLException thrown(Throwable failure) {
        return switch (failure) {
            case SQLException sql -> sql;
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        };
    }

    /**
     * What still waits is not done. What is being done is waited for, so that nobody closes the connection under it: but
     * not for long, and then it is up to who closes the connection to break it off.
     */
    @Override
    public void close() {
        if (failure == null) failure = new IllegalStateException("nothing more is written here");
        thread.shutdown();
        try {
            thread.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
