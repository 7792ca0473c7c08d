package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.database.TestDatabase;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HooksTest {

    @Test
    void a_hook_that_fails_costs_no_event_and_makes_all_read_their_memory_anew() throws Exception {
        try (var database = TestDatabase.fresh();
                var store = new EventStore(StoreFixture.settings(database))) {
            var became = new AtomicInteger();
            var failing = new AtomicInteger(1);
            store.onCommitted(events -> {
                if (failing.getAndDecrement() > 0) throw new IllegalStateException("a bug in a hook");
            });
            store.onWriterChange(new WriterListener() {
                @Override
                public void became() {
                    if (became.incrementAndGet() == 2) throw new IllegalStateException("a bug in a listener");
                }

                @Override
                public void lost() {}
            });
            store.open();

            store.engine().appendEvents(message(notified("F1", 0)));

            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
            while ((became.get() < 3 || !store.writing()) && System.nanoTime() < end) Thread.sleep(10);
            assertThat(became).hasValue(3);
            store.engine().appendEvents(message(notified("F1", 1)));
            assertThat(store.head()).isEqualTo(2);
        }
    }
}
