package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static hoso.command.store.SampleEvents.unitRegistered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.testkit.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

class StaleReferenceTest {

    @Test
    void what_was_decided_before_a_reference_event_is_sent_back_also_after_a_restart() throws Exception {
        try (var database = TestDatabase.fresh()) {
            var placed = new Placed();
            try (var store = StoreFixture.opened(database)) {
                store.engine().appendEvents(decidedWith(0, notified("S1", 0)));
                store.engine().appendEvents(message(unitRegistered("H20", 0), new AppendContext(0, Map.of(), placed)));

                assertThatThrownBy(() -> store.engine().appendEvents(decidedWith(0, notified("S1", 1))))
                        .isInstanceOf(StaleReference.class);
                assertThatThrownBy(() -> store.engine()
                                .appendEvents(
                                        decidedWith(placed.position(), notified("S2", 0)),
                                        decidedWith(0, notified("S2", 1))))
                        .isInstanceOf(StaleReference.class);
                store.engine().appendEvents(decidedWith(placed.position(), notified("S1", 1)));
            }
            try (var store = StoreFixture.opened(database)) {
                assertThatThrownBy(() -> store.engine().appendEvents(decidedWith(0, notified("S1", 2))))
                        .isInstanceOf(StaleReference.class);
                assertThatCode(() -> store.engine().appendEvents(decidedWith(placed.position(), notified("S1", 2))))
                        .doesNotThrowAnyException();
                assertThat(store.referenceEvents())
                        .extracting(StoredEvent::position)
                        .containsExactly(placed.position());
            }
        }
    }

    @Test
    void a_reference_event_counts_for_what_follows_it_in_the_same_transaction() {
        var batch = new Batch(Head.EMPTY, Instant.EPOCH, new StreamEnds());
        batch.add(call(decidedWith(0, notified("S3", 0))));
        batch.add(call(decidedWith(0, unitRegistered("H20", 0)), decidedWith(0, unitRegistered("H21", 1))));

        assertThatThrownBy(() -> batch.add(call(decidedWith(2, notified("S4", 0)))))
                .isInstanceOf(StaleReference.class);
        batch.add(call(decidedWith(3, notified("S4", 0))));

        assertThat(batch.head()).isEqualTo(new Head(4, Instant.EPOCH, 3, 0));
    }

    @Test
    void a_unit_of_work_that_mixes_reference_events_with_others_is_refused() throws Exception {
        try (var database = TestDatabase.fresh();
                var store = StoreFixture.opened(database)) {
            assertThatThrownBy(() ->
                            store.engine().appendEvents(message(unitRegistered("H20", 0)), message(notified("S5", 0))))
                    .isInstanceOf(EventStoreException.class)
                    .isNotInstanceOf(StaleReference.class);
            assertThat(store.head()).isZero();
        }
    }

    private static DomainEventMessage<?> decidedWith(long position, AcceptedEvent event) {
        return message(event, new AppendContext(position, Map.of(), new Placed()));
    }

    private static AppendCall call(DomainEventMessage<?>... messages) {
        return new AppendCall(List.of(messages).stream().map(PendingEvent::of).toList(), 1, null);
    }
}
