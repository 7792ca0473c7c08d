package hoso.command.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.store.StoredSamples;
import hoso.command.store.Witness.Sight;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a topic says of a store that was published to position 20, and was restored to position 10 since. */
class TopicWitnessTest {

    private static final String SERVERS = "bootstrap.servers";

    private final String topic = TestBroker.name("witness");
    private final String origin = TestBroker.name("H");
    private TestDatabase database;
    private PublishSettings settings;
    private TopicWitness witness;

    @BeforeEach
    void publishAndRestore() throws Exception {
        database = TestDatabase.fresh();
        settings = PublishingHouse.settings(database, topic, origin);
        witness = new TopicWitness(settings);
        try (var house = PublishingHouse.open(database, topic, origin)) {
            StoredSamples.dossiers(house.store(), "A", 4, 5);
            house.awaitDrained();
        }
        execute("CREATE TABLE kept AS SELECT * FROM store.event WHERE position > 10");
        execute("DELETE FROM store.event WHERE position > 10");
        execute("DELETE FROM store.published");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void execute(String sql) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Sight look(TopicWitness asked) throws Exception {
        try (var connection = database.connect()) {
            return asked.look(connection);
        }
    }

    /** Whoever reads it now finds nothing. */
    private void emptyTheTopic() throws Exception {
        try (var admin = Admin.create(settings.client())) {
            List<TopicPartition> partitions = IntStream.range(0, EventTopic.PARTITIONS)
                    .mapToObj(number -> new TopicPartition(topic, number))
                    .toList();
            var ends = admin.listOffsets(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get();
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            ends.forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(all).all().get();
        }
    }

    @Test
    void what_it_has_and_the_store_lacks_is_missing() throws Exception {
        var sight = look(witness);
        assertThat(sight.seen()).isEqualTo(20);
        assertThat(sight.differing()).isEmpty();
        assertThat(sight.missing())
                .singleElement()
                .asString()
                .contains("topic " + topic + " has position 11 of " + origin, "restored to an earlier point");
    }

    @Test
    void what_was_read_is_not_read_again() throws Exception {
        var first = look(witness);
        emptyTheTopic();
        assertThat(look(new TopicWitness(settings))).isEqualTo(Sight.NONE);
        assertThat(look(witness)).isEqualTo(first);

        execute("INSERT INTO store.incarnation VALUES (2, 21, 11, 20, now(), 'an operator', 'restored')");
        assertThat(look(witness)).isEqualTo(Sight.of(20));
    }

    @Test
    void a_store_that_was_put_right_fits_and_one_that_is_cut_later_does_not() throws Exception {
        look(witness);
        execute("INSERT INTO store.event SELECT * FROM kept");
        assertThat(look(witness)).isEqualTo(Sight.of(20));
        execute("DELETE FROM store.event WHERE position = 20");
        assertThat(look(witness).missing()).singleElement().asString().contains("has position 20 of " + origin);
    }

    @Test
    void positions_that_were_given_again_differ_and_the_way_out_is_another_name() throws Exception {
        try (var house = PublishingHouse.open(database, TestBroker.name("elsewhere"), origin)) {
            StoredSamples.dossiers(house.store(), "again", 1, 4);
        }
        var sight = look(witness);
        assertThat(sight.seen()).isEqualTo(20);
        assertThat(sight.differing())
                .singleElement()
                .asString()
                .contains("has position 11 of " + origin, "a second time", "under another name (hoso.origin)");
    }

    @Test
    void what_was_published_after_a_loss_tells_which_incarnation_the_store_was() throws Exception {
        try (var house = PublishingHouse.open(database, topic, origin)) {
            house.store().restored(20, "an operator");
            await().until(house.store()::writing); // it begins anew, above what is lost
            StoredSamples.dossiers(house.store(), "later", 1, 4);
            house.awaitDrained();
        }
        execute("DELETE FROM store.event WHERE position > 10; DELETE FROM store.published");
        execute("DELETE FROM store.incarnation WHERE number > 1");
        var sight = look(witness);
        assertThat(sight.seen()).isEqualTo(24);
        assertThat(sight.incarnation()).isEqualTo(2);
    }

    @Test
    void a_broker_is_found_however_kafka_lets_it_be_named() throws Exception {
        String servers = String.valueOf(settings.client().get(SERVERS));
        assertThat(look(new TopicWitness(named("SASL_PLAINTEXT://" + servers))).seen())
                .isEqualTo(20);
        assertThat(look(new TopicWitness(named("localhost:1, " + servers))).seen())
                .isEqualTo(20);
    }

    @Test
    void one_that_is_away_or_cannot_be_understood_says_nothing() throws Exception {
        execute("DELETE FROM store.event");
        for (String servers : List.of("SASL_SSL://localhost:1", "nowhere", "localhost:no", "no.such.host.invalid:9092"))
            assertThat(look(new TopicWitness(named(servers)))).as(servers).isEqualTo(Sight.NONE);
    }

    private PublishSettings named(String servers) {
        Map<String, Object> client = new HashMap<>(settings.client());
        client.put(SERVERS, servers);
        return new PublishSettings(topic, origin, client, settings.url(), settings.login());
    }
}
