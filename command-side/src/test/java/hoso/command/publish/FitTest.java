package hoso.command.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.command.store.StoreUnavailable;
import hoso.command.store.StoredSamples;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where topic and store do not fit together, publishing stops by name, and taking events in goes on. */
class FitTest {

    private TestDatabase database;
    private Admin admin;
    private String topic;
    private String origin;
    private PublishingHouse house;

    @BeforeEach
    void prepare() {
        database = TestDatabase.fresh();
        admin = Admin.create(TestBroker.kafka().login().properties());
        topic = TestBroker.name("fit");
        origin = TestBroker.name("H");
    }

    @AfterEach
    void close() {
        if (house != null) house.close();
        admin.close();
        database.close();
    }

    private void open() throws Exception {
        house = PublishingHouse.open(database, topic, origin);
    }

    @Test
    void stops_where_the_store_was_restored_to_an_earlier_point() throws Exception {
        restoredToTen();
        house.publisherBegins();
        assertThat(house.awaitStopped()).contains("position 1", "of " + origin, "restored");
        StoredSamples.dossiers(house.store(), "taken-in", 1, 5);
        assertThat(house.store().head()).isEqualTo(15);
        assertThat(TopicReader.all(topic)).hasSize(20);
    }

    @Test
    void stops_where_the_restored_store_has_given_the_positions_to_others_and_many_have_published_since()
            throws Exception {
        restoredToTen();
        StoredSamples.dossiers(house.store(), "other", 4, 5);
        try (var otherDatabase = TestDatabase.fresh();
                var other = PublishingHouse.open(otherDatabase, topic, origin + "-other")) {
            StoredSamples.dossiers(other.store(), "crowd", 1_000, 5);
            other.awaitDrained();
            house.publisherBegins();
            assertThat(house.awaitStopped()).contains("of " + origin + ",", "restored");
            assertThat(TopicReader.withoutRepeats(topic, origin)).hasSize(20);
        }
    }

    /** As a backup would have it that was taken after the first ten events. */
    private void restoredToTen() throws Exception {
        open();
        StoredSamples.dossiers(house.store(), "kept", 2, 5);
        house.awaitDrained();
        house.execute("CREATE TABLE backup AS SELECT * FROM store.published");
        StoredSamples.dossiers(house.store(), "lost", 2, 5);
        house.awaitDrained();
        house.close();
        house.execute("DELETE FROM store.event WHERE position > 10");
        house.execute("DELETE FROM store.published");
        house.execute("INSERT INTO store.published SELECT * FROM backup");
        open();
        house.publisherEnds();
        house.execute("DELETE FROM store.published");
        house.execute("INSERT INTO store.published SELECT * FROM backup");
    }

    /** A witness may have been asked while the broker was away. */
    @Test
    void has_the_store_compared_again_as_long_as_it_writes_over_what_was_published() throws Exception {
        restoredToTen();
        var compared = new AtomicInteger();
        house.store().onWriterChange(compared::incrementAndGet);
        house.publisherBegins();
        await().atMost(Duration.ofSeconds(40)).until(() -> compared.get() >= 2);
    }

    @Test
    void stops_where_another_store_has_its_name() throws Exception {
        try (var otherDatabase = TestDatabase.fresh();
                var other = PublishingHouse.open(otherDatabase, topic, origin)) {
            StoredSamples.dossiers(other.store(), "other", 1, 5);
            other.awaitDrained();
        }
        open();
        assertThat(house.awaitStopped()).contains("hoso.origin");
        StoredSamples.dossiers(house.store(), "taken-in", 1, 5);
        assertThat(house.store().head()).isEqualTo(5);
    }

    @Test
    void stops_where_the_topic_was_lost_and_publishes_all_again_when_told_to() throws Exception {
        open();
        StoredSamples.dossiers(house.store(), "A", 4, 5);
        house.awaitDrained();
        house.publisherEnds();
        admin.deleteTopics(List.of(topic)).all().get();
        StoredSamples.dossiers(house.store(), "B", 4, 5);
        house.publisherBegins();
        assertThat(house.awaitStopped()).contains("position 20", "republish --from 1)");
        house.publisher().republish(1);
        house.awaitDrained();
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void stops_where_a_partition_has_lost_its_last_records_and_says_from_where_on_to_publish_again() throws Exception {
        open();
        StoredSamples.dossiers(house.store(), "A", 1, 7);
        house.awaitDrained();
        house.publisherEnds();
        StoredSamples.dossiers(house.store(), "B", 1, 2);
        house.execute(
                "UPDATE store.published SET position = 9, leaf = (SELECT leaf FROM store.event WHERE position = 9),"
                        + " offsets = (SELECT array_agg(CASE WHEN o > 0 THEN o + 2 ELSE o END ORDER BY i)"
                        + " FROM unnest(offsets) WITH ORDINALITY AS x (o, i))");
        house.publisherBegins();
        assertThat(house.awaitStopped()).contains("lost its last records", "republish --from 8)");
        house.publisher().republish(9);
        house.publisherEnds();
        house.publisherBegins();
        assertThat(house.awaitStopped()).as("less than it lacks is not enough").contains("republish --from 8)");
        house.publisher().republish(8);
        house.awaitDrained();
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void goes_on_where_a_partition_has_lost_nothing_of_ours() throws Exception {
        open();
        StoredSamples.dossiers(house.store(), "A", 1, 7);
        house.awaitDrained();
        house.publisherEnds();
        house.execute("UPDATE store.published SET offsets = (SELECT array_agg(CASE WHEN o > 0 THEN o + 2 ELSE o END"
                + " ORDER BY i) FROM unnest(offsets) WITH ORDINALITY AS x (o, i))");
        StoredSamples.dossiers(house.store(), "B", 1, 7);
        house.publisherBegins();
        house.awaitDrained();
        assertThat(TopicReader.all(topic)).hasSize(14);
    }

    @Test
    void does_not_publish_again_what_the_store_no_longer_has() throws Exception {
        open();
        StoredSamples.dossiers(house.store(), "A", 1, 7);
        house.awaitDrained();
        house.execute("DELETE FROM store.event WHERE position = 7");
        assertThatThrownBy(() -> house.publisher().republish(3))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("no longer has position 7");
    }

    @Test
    @Timeout(60)
    void is_not_drained_from_the_order_to_publish_again_until_it_is_done() throws Exception {
        open();
        StoredSamples.dossiers(house.store(), "A", 100, 5);
        house.awaitDrained();
        int sent = 500;
        for (int from = 500; from > 0; from -= 50) {
            house.publisher().republish(from);
            sent += 500 - from + 1;
            // at once, and not when whoever publishes has had time
            while (!house.publisher().status().drained()) Thread.sleep(1);
        }
        assertThat(TopicReader.all(topic)).hasSizeGreaterThanOrEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "6, cleanup.policy, compact",
        "6, cleanup.policy, 'compact,delete'",
        "6, retention.ms, 604800000",
        "6, retention.bytes, 1000000000",
        "6, max.message.bytes, 100000",
        "1, partitions, 6"
    })
    void stops_at_a_topic_that_would_not_keep_everything_for_ever(int partitions, String wrong, String value)
            throws Exception {
        var config = new HashMap<>(Map.of("retention.ms", "-1"));
        if (!wrong.equals("partitions")) config.put(wrong, value);
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(config)))
                .all()
                .get();
        open();
        StoredSamples.dossiers(house.store(), "A", 1, 3);
        assertThat(house.awaitStopped()).contains(topic, wrong);
        assertThat(TopicReader.all(topic)).isEmpty();
    }

    @Test
    void goes_on_by_itself_when_the_topic_is_mended() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
        open();
        StoredSamples.dossiers(house.store(), "A", 1, 3);
        assertThat(house.awaitStopped()).contains("retention.ms");
        var keep = new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(keep)))
                .all()
                .get();
        house.awaitDrained();
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }

    @Test
    void stops_before_an_event_that_is_damaged_in_the_store_until_it_is_mended() throws Exception {
        open();
        house.publisherEnds();
        StoredSamples.dossiers(house.store(), "A", 1, 7);
        house.execute("CREATE TABLE backup AS SELECT * FROM store.event WHERE position = 5");
        house.execute("UPDATE store.event SET rest = overlay(rest placing 'x' from 30) WHERE position = 5");
        house.publisherBegins();
        assertThat(house.awaitStopped()).contains("position 5 is damaged");
        assertThat(TopicReader.all(topic)).isEmpty();
        house.execute("UPDATE store.event e SET rest = b.rest FROM backup b WHERE e.position = b.position");
        house.publisherEnds();
        house.publisherBegins();
        house.awaitDrained();
        assertThat(TopicReader.withoutRepeats(topic, origin)).isEqualTo(house.stored());
    }
}
