package hoso.command.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.command.store.StoredSamples;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishingTest {

    private TestDatabase database;
    private String topic;
    private String origin;
    private PublishingHouse house;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.fresh();
        topic = TestBroker.name("events");
        origin = TestBroker.name("H");
        house = PublishingHouse.open(database, topic, origin);
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void a_consumer_that_drops_repeats_ends_with_exactly_the_store_each_subject_in_order() throws Exception {
        StoredSamples.unit(house.store(), "H20", 0);
        StoredSamples.dossiers(house.store(), "A", 400, 5);
        StoredSamples.unit(house.store(), "H20.01", 1);
        house.awaitDrained();
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
        assertThat(house.place()).isEqualTo(house.store().head());
    }

    @Test
    void what_is_stored_while_nobody_publishes_follows_by_itself() throws Exception {
        StoredSamples.dossiers(house.store(), "B", 1, 3);
        house.awaitDrained();
        house.publisherEnds();
        StoredSamples.dossiers(house.store(), "C", 500, 5);
        assertThat(house.publisher().status().drained()).isFalse();
        house.publisherBegins();
        house.awaitDrained();
        assertThat(TopicReader.all(topic)).hasSize(2_503);
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void a_broker_killed_under_load_costs_the_door_nothing_and_the_topic_no_event() throws Exception {
        var done = new AtomicBoolean();
        var load = CompletableFuture.runAsync(() -> {
            for (int round = 0; !done.get(); round++) StoredSamples.dossiers(house.store(), "D" + round, 50, 5);
        });
        await().until(() -> house.publisher().status().position() > 0);
        var broker = TestBroker.kafka().process();
        broker.destroyForcibly();
        broker.onExit().get();
        long headWhenKilled = house.store().head();
        Thread.sleep(1_500);
        done.set(true);
        load.get();
        assertThat(house.store().head()).isGreaterThan(headWhenKilled);
        house.awaitDrained();
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void what_was_sent_when_the_program_ended_and_not_noted_is_a_repeat_and_nothing_else() throws Exception {
        StoredSamples.dossiers(house.store(), "E", 20, 5);
        house.awaitDrained();
        house.execute("CREATE TABLE before AS SELECT * FROM store.published");
        StoredSamples.dossiers(house.store(), "F", 20, 5);
        house.awaitDrained();
        house.publisherEnds();
        house.execute(
                "UPDATE store.published p SET position = b.position, leaf = b.leaf, offsets = b.offsets FROM before b");
        house.publisherBegins();
        house.awaitDrained();
        assertThat(TopicReader.all(topic)).hasSize(300);
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void two_stores_on_one_topic_do_not_disturb_each_other() throws Exception {
        try (var otherDatabase = TestDatabase.fresh();
                var other = PublishingHouse.open(otherDatabase, topic, origin + "-other")) {
            for (int round = 0; round < 3; round++) {
                StoredSamples.dossiers(house.store(), "G" + round, 100, 5);
                StoredSamples.dossiers(other.store(), "G" + round, 300, 5);
                house.awaitDrained();
                other.awaitDrained();
                house.publisherEnds();
                house.publisherBegins();
            }
            house.awaitDrained();
            assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
            assertThat(TopicReader.withoutRepeats(topic, origin + "-other")).isEqualTo(other.stored());
            assertThat(TopicReader.all(topic)).hasSize(3 * 500 + 3 * 1_500);
        }
    }

    @Test
    void an_order_to_publish_again_sends_all_from_its_position_on_once_more() throws Exception {
        StoredSamples.dossiers(house.store(), "I", 20, 5);
        house.awaitDrained();
        assertThat(house.publisher().republish(71)).isEqualTo(new Republished(topic, origin, 71, 100));
        awaitRecords(130);
        house.awaitDrained();
        assertThat(TopicReader.all(topic).stream().filter(event -> event.position() >= 71))
                .hasSize(60);
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void an_order_to_publish_again_never_skips_what_was_not_published() throws Exception {
        StoredSamples.dossiers(house.store(), "J", 2, 5);
        house.awaitDrained();
        house.publisherEnds();
        StoredSamples.dossiers(house.store(), "K", 2, 5);
        assertThat(house.publisher().republish(21)).isEqualTo(new Republished(topic, origin, 11, 20));
        house.publisherBegins();
        house.awaitDrained();
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void an_order_to_publish_again_from_where_nothing_is_stored_is_refused() throws Exception {
        StoredSamples.dossiers(house.store(), "L", 1, 3);
        house.awaitDrained();
        assertThatThrownBy(() -> house.publisher().republish(0)).hasMessageContaining("1…4");
        assertThatThrownBy(() -> house.publisher().republish(5)).hasMessageContaining("1…4");
        assertThat(house.place()).isEqualTo(3);
    }

    @Test
    void a_stand_by_publishes_nothing_takes_no_order_and_shows_how_far_it_is() throws Exception {
        StoredSamples.dossiers(house.store(), "M", 1, 3);
        house.awaitDrained();
        try (EventStore second = new EventStore(StoredSamples.settings(database))) {
            second.open();
            try (var standBy = EventPublisher.open(PublishingHouse.settings(database, topic, origin), second)) {
                await().untilAsserted(() -> assertThat(standBy.status())
                        .isEqualTo(new PublishStatus(topic, origin, PublishStatus.State.STAND_BY, 3, 3, false, null)));
                assertThatThrownBy(() -> standBy.republish(1)).isInstanceOf(StoreUnavailable.class);
            }
        }
        assertThat(TopicReader.all(topic)).hasSize(3);
    }

    private void awaitRecords(int count) {
        await().untilAsserted(() -> assertThat(TopicReader.all(topic)).hasSize(count));
    }
}
