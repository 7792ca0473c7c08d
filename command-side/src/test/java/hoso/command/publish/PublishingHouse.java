package hoso.command.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.publish.PublishStatus.State;
import hoso.command.store.EventStore;
import hoso.command.store.StoredSamples;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A store and its publisher, on a database and a broker that others have too. */
final class PublishingHouse implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database;
    private final PublishSettings settings;
    private final EventStore store;
    private EventPublisher publisher;

    private PublishingHouse(TestDatabase database, PublishSettings settings) throws InterruptedException {
        this.database = database;
        this.settings = settings;
        this.store = new EventStore(StoredSamples.settings(database));
        store.open();
        this.publisher = EventPublisher.open(settings, store);
    }

    static PublishingHouse open(TestDatabase database, String topic, String origin) throws InterruptedException {
        return new PublishingHouse(database, settings(database, topic, origin));
    }

    static PublishSettings settings(TestDatabase database, String topic, String origin) {
        var store = StoredSamples.settings(database);
        return new PublishSettings(
                topic, origin, TestBroker.kafka().login().properties(), store.url(), store.application());
    }

    EventStore store() {
        return store;
    }

    EventPublisher publisher() {
        return publisher;
    }

    /** As after an end of the program, while the store stays. */
    void publisherEnds() {
        publisher.close();
    }

    void publisherBegins() {
        publisher = EventPublisher.open(settings, store);
    }

    void awaitDrained() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var status = publisher.status();
            assertThat(status.drained()).as("%s", status).isTrue();
            assertThat(status.state()).as("%s", status).isEqualTo(State.PUBLISHING);
        });
    }

    String awaitStopped() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(publisher.status())
                        .extracting(PublishStatus::state)
                        .isEqualTo(State.STOPPED));
        return String.valueOf(publisher.status().reason());
    }

    /** What consumers should end with. */
    List<Published> stored() throws Exception {
        try (var connection = database.connect()) {
            var events = new ArrayList<Published>();
            for (long position = 0; ; position = events.size()) {
                var more = StoreTail.after(connection, position);
                for (var event : more)
                    events.add(Published.of(settings.origin(), event.position(), event.subject(), event.bytes()));
                if (more.isEmpty()) return events;
            }
        }
    }

    long place() throws Exception {
        try (var connection = database.connect()) {
            return new PublishedPlaces(settings.topic(), settings.origin()).position(connection);
        }
    }

    void execute(String sql) throws Exception {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        publisher.close();
        store.close();
    }
}
