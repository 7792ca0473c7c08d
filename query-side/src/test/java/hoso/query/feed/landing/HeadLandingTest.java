package hoso.query.feed.landing;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.heads.HeadKey;
import hoso.edge.heads.ProofFolder;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.VerifyingKey;
import hoso.query.books.projection.BooksDatabase;
import hoso.testkit.broker.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HeadLandingTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    /** Beyond all that any store has. */
    private static final long FAR = 1_000_000_000_000L;

    private static final List<String> ORIGINS = List.of("A", "B");

    private final BooksDatabase database = new BooksDatabase();
    private final String topic = TestBroker.name("heads");

    /** By the origin that each is known as a key of. */
    private final Map<String, VerifyingKey> known = new ConcurrentHashMap<>();

    private final OriginKeys keys = (origin, fingerprint) -> Optional.ofNullable(known.get(origin))
            .filter(key -> key.fingerprint().equals(fingerprint));
    private final HeadTable kept = new HeadTable(database.dataSource(), keys);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    private static Map<String, Object> client() {
        return Map.copyOf(TestBroker.kafka().login().properties());
    }

    private HeadLanding landing() {
        return new HeadLanding(client(), topic, ORIGINS, database.dataSource(), keys);
    }

    private void make() throws Exception {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    private HeadKey key(String origin) {
        return HeadKey.keptIn(new ProofFolder(folder.resolve(origin)), ProofFolder.STORE);
    }

    private void trust(String origin) {
        known.put(origin, key(origin).verifying());
    }

    private String head(String origin, long size) {
        return head(origin, 1, size, origin);
    }

    private String head(String origin, int incarnation, long size, String signer) {
        return key(signer)
                .sign(new TreeHead.Store(origin, incarnation, size, "ab".repeat(32), NOW, NOW))
                .line();
    }

    private void send(List<String> lines) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("max.in.flight.requests.per.connection", 1);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String line : lines) producer.send(new ProducerRecord<>(topic, line));
            producer.flush();
        }
    }

    private long size(String origin) {
        return kept.newest(origin).map(SignedHead::head).map(TreeHead::size).orElse(0L);
    }

    private void awaitSize(String origin, long size) throws InterruptedException {
        await(() -> size(origin) == size);
    }

    @Test
    void a_topic_that_is_made_later_is_read_as_soon_as_it_is_there() throws Exception {
        trust("A");
        try (var landing = landing()) {
            // long enough for a first look
            Thread.sleep(2_000);
            make();
            send(List.of(head("A", 7)));
            awaitSize("A", 7);
        }
    }

    @Test
    void the_head_of_an_origin_that_has_been_quiet_for_long_is_found() throws Exception {
        trust("A");
        trust("B");
        make();
        send(List.of(head("A", 7)));
        List<String> many = new ArrayList<>();
        String busy = head("B", 8);
        for (int times = 0; times < 12_000; times++) many.add(busy);
        many.add(head("B", 9));
        send(many);
        try (var landing = landing()) {
            awaitSize("B", 9);
            assertThat(size("A")).isEqualTo(7);
        }
    }

    @Test
    void what_was_read_is_not_read_again_but_for_heads_whose_key_was_not_known() throws Exception {
        trust("A");
        make();
        send(List.of(head("B", 3), head("A", 7)));
        try (var landing = landing()) {
            awaitSize("A", 7);
            await(() -> offsets() == 1);
        }
        assertThat(database.number("SELECT next FROM landing.consumed")).isZero();

        trust("B");
        try (var landing = landing()) {
            awaitSize("B", 3);
            await(() -> database.number("SELECT next FROM landing.consumed") == 2);
        }
    }

    @Test
    void a_key_that_comes_later_is_known_at_once() throws Exception {
        trust("A");
        make();
        send(List.of(head("B", 3), head("A", 7)));
        try (var landing = landing()) {
            awaitSize("A", 7);
            trust("B");
            awaitSize("B", 3);
        }
    }

    private long offsets() {
        return database.number("SELECT count(*) FROM landing.consumed");
    }

    @Test
    void what_is_no_head_or_signed_by_nobody_known_is_passed_over() throws Exception {
        trust("A");
        make();
        String forged = head("A", 1, 99, "forger");
        send(List.of("no head", head("A", 7), forged, head("A", 8).replace("\"size\":8", "\"size\":9")));
        try (var landing = landing()) {
            awaitSize("A", 7);
        }
    }

    @Test
    void a_head_of_another_origin_than_its_key_speaks_for_is_passed_over_and_the_true_one_is_taken() throws Exception {
        trust("A");
        trust("B");
        make();
        send(List.of(head("A", 7), head("A", 999, FAR, "B"), head("B", 9)));
        try (var landing = landing()) {
            awaitSize("B", 9);
            awaitSize("A", 7);
            send(List.of(head("A", 8)));
            awaitSize("A", 8);
        }
    }

    @Test
    void what_is_kept_and_signed_with_a_key_that_is_not_its_origins_any_more_gives_way_to_the_true_one()
            throws Exception {
        known.put("A", key("B").verifying());
        make();
        send(List.of(head("A", 7), head("A", 999, FAR, "B")));
        try (var landing = landing()) {
            awaitSize("A", FAR);
            trust("A");
            assertThat(size("A")).isZero();
            assertThat(kept.newest()).isEmpty();
            send(List.of(head("A", 8)));
            awaitSize("A", 8);
        }
    }

    @Test
    void a_start_looks_again_for_heads_that_one_was_kept_in_place_of() throws Exception {
        trust("A");
        make();
        send(List.of(head("A", 7)));
        try (var landing = landing()) {
            awaitSize("A", 7);
            await(() -> offsets() == 1);
        }
        database.forge("UPDATE landing.head SET size = " + FAR + ", line = 'changed'");
        try (var landing = landing()) {
            awaitSize("A", 7);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
