package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.StoredEvent;
import hoso.testkit.database.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConcurrentWritersTest {

    private static final int WRITERS = 16;
    private static final int EACH = 150;

    private TestDatabase database;
    private EventStore store;

    @BeforeEach
    void open() throws InterruptedException {
        database = TestDatabase.fresh();
        store = StoreFixture.opened(database);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void a_reader_polling_beside_many_writers_misses_nothing_and_repeats_nothing() throws Exception {
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> poll(done));
            write(threads);
            done.set(true);

            assertThat(reader.get())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
        }
    }

    @Test
    void appends_that_wait_together_are_committed_together_in_order_and_never_back_in_time() throws Exception {
        var batches = new CopyOnWriteArrayList<List<StoredEvent>>();
        store.onCommitted(batches::add);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            write(threads);
        }
        assertThat(batches.stream().flatMap(List::stream).map(StoredEvent::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
        assertThat(batches.stream().flatMap(List::stream).map(StoredEvent::recordedAt))
                .isSorted();
        assertThat(batches).hasSizeLessThan(WRITERS * EACH / 2);
    }

    @Test
    void a_refused_append_harms_none_of_those_it_was_gathered_with() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = new ArrayList<Future<Boolean>>();
            for (int index = 0; index < 400; index++) {
                int number = index;
                // every fourth begins in the middle of a stream that is not there
                outcomes.add(threads.submit(() -> accepted("N" + number, number % 4 == 0 ? 1 : 0)));
            }
            for (int index = 0; index < outcomes.size(); index++)
                assertThat(outcomes.get(index).get()).isEqualTo(index % 4 != 0);
        }
        assertThat(store.head()).isEqualTo(300);
        assertThat(StoreFixture.number(database, "SELECT max(position) FROM store.event"))
                .isEqualTo(300);
    }

    private boolean accepted(String dossier, int sequence) {
        try {
            store.engine().appendEvents(message(notified(dossier, sequence)));
            return true;
        } catch (OutOfSequence refused) {
            return false;
        }
    }

    private void write(ExecutorService threads) throws Exception {
        List<Callable<Void>> writers = IntStream.range(0, WRITERS)
                .<Callable<Void>>mapToObj(writer -> () -> {
                    for (int sequence = 0; sequence < EACH; sequence++)
                        store.engine().appendEvents(message(notified("W" + writer, sequence)));
                    return null;
                })
                .toList();
        for (var writer : threads.invokeAll(writers)) writer.get();
    }

    private List<Long> poll(AtomicBoolean done) throws SQLException {
        var seen = new ArrayList<Long>();
        try (var connection = database.connectAs(database.application());
                var next = connection.prepareStatement(
                        "SELECT position FROM store.event WHERE position > ? ORDER BY position")) {
            boolean last;
            do {
                last = done.get();
                next.setLong(1, seen.isEmpty() ? 0 : seen.getLast());
                try (var rows = next.executeQuery()) {
                    while (rows.next()) seen.add(rows.getLong(1));
                }
            } while (!last);
        }
        return seen;
    }
}
