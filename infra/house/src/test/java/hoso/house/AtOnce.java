package hoso.house;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does something with each of many, some at once; the first failure is the caller's. */
final class AtOnce {

    private AtOnce() {}

    interface Action<T> {
        void on(T each) throws Exception;
    }

    static <T> void forEach(List<T> all, int threads, Action<T> action) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var done = new ArrayList<Future<?>>();
            for (T each : all)
                done.add(pool.submit(() -> {
                    action.on(each);
                    return each;
                }));
            for (var one : done) one.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
