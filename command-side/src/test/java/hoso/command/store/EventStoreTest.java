package hoso.command.store;

import static hoso.command.store.SampleEvents.dossier;
import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static hoso.command.store.StoreFixture.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.testkit.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventStoreTest {

    private static TestDatabase database;
    private static EventStore store;

    @BeforeAll
    static void open() throws InterruptedException {
        database = TestDatabase.fresh();
        store = StoreFixture.opened(database);
    }

    @AfterAll
    static void close() {
        store.close();
        database.close();
    }

    @Test
    void what_was_appended_is_read_back_as_it_was() {
        store.engine().appendEvents(dossier("A1", 3));

        var read = store.engine().readEvents("d/A1", 1).asStream().toList();

        assertThat(read).extracting(DomainEventMessage::getSequenceNumber).containsExactly(1L, 2L);
        assertThat(read)
                .extracting(message -> (Object) message.getPayload())
                .containsExactly(notified("A1", 1), notified("A1", 2));
        assertThat(store.engine().readEvents("d/none").hasNext()).isFalse();
        assertThat(store.engine().lastSequenceNumberFor("d/A1")).contains(2L);
        assertThat(store.engine().lastSequenceNumberFor("d/none")).isEmpty();
    }

    @Test
    void tells_each_event_its_place_before_the_append_returns() {
        var placed = new Placed();
        var before = Instant.now();
        store.engine().appendEvents(message(notified("A2", 0), new AppendContext(0, Map.of(), placed)));

        assertThat(placed.position()).isEqualTo(store.head());
        assertThat(placed.recordedAt()).isBetween(before.minusMillis(1), Instant.now());
        var stored = new InStream(Stream.dossier("A2"), 0);
        var unheardOf = new InStream(Stream.dossier("A2"), 1);
        assertThat(store.positionsOf(List.of(unheardOf, stored))).containsExactly(Map.entry(stored, placed.position()));
    }

    @Test
    void refuses_a_gap_and_a_repeat_in_a_stream() {
        store.engine().appendEvents(dossier("A3", 2));
        long head = store.head();

        assertThatThrownBy(() -> store.engine().appendEvents(message(notified("A3", 3))))
                .isInstanceOf(OutOfSequence.class);
        assertThatThrownBy(() -> store.engine().appendEvents(message(notified("A3", 1))))
                .isInstanceOf(OutOfSequence.class);
        assertThatThrownBy(() -> store.engine().appendEvents(message(notified("A3", 0))))
                .isInstanceOf(OutOfSequence.class);
        assertThatThrownBy(() -> store.engine().appendEvents(message(notified("unknown", 1))))
                .isInstanceOf(OutOfSequence.class);
        assertThatThrownBy(() -> store.engine().appendEvents(message(notified("A4", 0)), message(notified("A4", 2))))
                .isInstanceOf(OutOfSequence.class);

        assertThat(store.head()).isEqualTo(head);
        store.engine().appendEvents(message(notified("A3", 2)));
        assertThat(store.head()).isEqualTo(head + 1);
    }

    @Test
    void an_error_in_the_middle_of_an_append_is_an_exception_to_axon() {
        var poisoned =
                new GenericDomainEventMessage<>(
                        "sample", "d/A5", 0, notified("A5", 0), MetaData.with(AppendContext.KEY, new Object())) {
                    @Override
                    public MetaData getMetaData() {
                        throw new StackOverflowError("as deep recursion would");
                    }
                };

        assertThatThrownBy(() -> store.engine().appendEvents(poisoned))
                .isInstanceOf(EventStoreException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void an_event_without_context_or_of_another_stream_is_refused() {
        var foreign = new GenericDomainEventMessage<>(
                "sample",
                "d/other",
                0,
                notified("A6", 0),
                MetaData.with(AppendContext.KEY, new AppendContext(0, Map.of(), new Placed())));
        assertThatThrownBy(() -> store.engine().appendEvents(foreign))
                .isInstanceOf(EventStoreException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.engine()
                        .appendEvents(new GenericDomainEventMessage<>("sample", "d/A6", 0, notified("A6", 0))))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_of_work_takes_what_was_prefetched() throws Exception {
        store.engine().appendEvents(dossier("A7", 2));
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            store.prefetch(List.of(Stream.dossier("A7"), Stream.dossier("A8")));
            StoreFixture.execute(database, "UPDATE store.event SET stream = 'd/hidden' WHERE stream = 'd/A7'");
            assertThat(store.engine().readEvents("d/A7").asStream()).hasSize(2);
            assertThat(store.engine().readEvents("d/A7", 1).asStream()).hasSize(1);
            assertThat(store.engine().readEvents("d/A8").hasNext()).isFalse();
        } finally {
            unitOfWork.rollback();
        }
        assertThat(store.engine().readEvents("d/A7").hasNext()).isFalse();
    }

    @Test
    void committed_events_are_told_in_order_before_the_append_returns() {
        var told = new ArrayList<StoredEvent>();
        store.onCommitted(events -> {
            synchronized (told) {
                told.addAll(events);
            }
        });
        store.engine().appendEvents(dossier("A9", 3));
        synchronized (told) {
            assertThat(told.stream()
                            .filter(stored -> stored.event().subject().equals("A9"))
                            .map(stored -> stored.event().sequence()))
                    .containsExactly(0, 1, 2);
            assertThat(told).last().extracting(StoredEvent::position).isEqualTo(store.head());
        }
    }

    @Test
    void a_reader_with_a_token_gets_all_in_order() {
        store.engine().appendEvents(dossier("A10", 2));
        var positions = store.engine()
                .readEvents(null, false)
                .map(message -> message.trackingToken().position().orElseThrow())
                .toList();
        assertThat(positions).first().isEqualTo(1L);
        assertThat(positions).last().isEqualTo(store.head());
        assertThat(positions).hasSize((int) store.head());
        var head = store.engine().createHeadToken();
        assertThat(store.engine().readEvents(head, false)).isEmpty();
    }

    @Test
    void the_application_may_neither_change_nor_remove_events() throws Exception {
        store.engine().appendEvents(dossier("A11", 1));
        try (var connection = database.connectAs(database.application());
                var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "UPDATE store.event SET rest = ''",
                    "DELETE FROM store.event",
                    "TRUNCATE store.event",
                    "DELETE FROM store.free_text",
                    "UPDATE store.free_text SET path = 'x'",
                    "DROP TABLE store.event"))
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageMatching("(?s).*(denied|must be owner).*");
        }
        assertThat(number(database, "SELECT count(*) FROM store.event")).isEqualTo(store.head());
    }
}
