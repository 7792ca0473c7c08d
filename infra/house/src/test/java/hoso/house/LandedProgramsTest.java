package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.command.wiring.CommandApplication;
import hoso.edge.Role;
import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.HouseDatabase;
import hoso.postgres.Settings;
import hoso.query.feed.landing.LandedLog;
import hoso.testkit.broker.TestBroker;
import hoso.testkit.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code infra/run query} twice on a database of their own, fed by Kafka with what a command side publishes under load,
 * while everything beneath them is struck in turn.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LandedProgramsTest {

    private static final String TOPIC = TestBroker.name("landed");
    private static final String ORIGIN = "H77";
    private static final int LINES = 200;

    private static final Credentials OWNER = new Credentials("books_owner", "owner");
    private static final Credentials APPLICATION = new Credentials("books_app", "application");

    private static TestDatabase store;
    private static RunningHouse commands;
    private static HouseClient publisher;
    private static HouseFolder folder;

    /** The books' own server, which can be killed without harm to other tests. */
    private static EmbeddedPostgres server;

    private static QueryPrograms queries;
    private static int loads;

    @BeforeAll
    static void open() throws Exception {
        store = TestDatabase.fresh();
        var published = BrokerProperties.of(TOPIC);
        published.put("hoso.origin", ORIGIN);
        commands = RunningHouse.of(CommandApplication.class, store, published);
        publisher = new HouseClient(() -> commands.uri("/"), commands.token(Role.ADMIN, Set.of("*"), Set.of("*")));
        await().until(publisher::isReady);
        assertThat(publisher.stream(Lives.reference()).status()).isEqualTo(200);

        folder = HouseFolder.make();
        server = EmbeddedPostgres.start(folder.path().resolve("postgres"), Settings.standard());
        server.supervise();
        new HouseDatabase("books", OWNER, APPLICATION).ensure(server);
        queries = new QueryPrograms(
                SideProgram.query(server.jdbcUrl("books"), APPLICATION, OWNER)
                        .with(BrokerProperties.of(TOPIC))
                        .with(Map.of("hoso.feed", "kafka", "hoso.rollup.origins", ORIGIN + "@" + TOPIC)),
                folder.path());
    }

    @AfterAll
    static void close() throws Exception {
        if (queries != null) queries.close();
        server.close();
        folder.close();
        commands.close();
        store.close();
    }

    private interface Blow {
        void strike() throws Exception;
    }

    /** Strikes while clients write, and sees that all of it is in the books of both. */
    private static void inMidLoad(Blow blow) throws Exception {
        try (var writers = new Writers(publisher, "landed." + ++loads, loads, broken -> false)) {
            writers.awaitAcknowledged(LINES);
            blow.strike();
            writers.awaitAcknowledged(writers.acknowledged().size() + LINES);
            writers.stop();
            assertThat(writers.unexpected()).isEmpty();
            assertThat(writers.refused()).isEmpty();
        }
        queries.awaitProjected(
                "/origins/0/covered", publisher.get("api/v1/status").number("head"));
    }

    @Test
    @Order(1)
    void one_that_is_killed_is_succeeded_and_started_again_takes_part() throws Exception {
        var killed = queries.one();
        inMidLoad(() -> {
            QueryPrograms.assertStandsBy(queries.other());
            killed.kill();
            QueryPrograms.awaitWrites(queries.other());
            queries.startAgain(killed);
        });
    }

    @Test
    @Order(2)
    void one_that_is_frozen_in_mid_batch_is_succeeded_and_woken_changes_nothing() throws Exception {
        var frozen = queries.other();
        inMidLoad(() -> {
            try (var held = new HeldBooks(books().getConnection())) {
                held.awaitProjector(QueryPrograms.PATIENCE);
                frozen.freeze();
            }
            QueryPrograms.awaitWrites(queries.one());
            frozen.thaw();
        });
        for (String who : List.of("projector", "sequencer"))
            await().atMost(QueryPrograms.PATIENCE).until(() -> frozen.log().contains("the " + who + " begins again"));
    }

    @Test
    @Order(3)
    void a_broker_that_is_killed_is_waited_for() throws Exception {
        var killed = TestBroker.kafka().process();
        inMidLoad(() -> {
            killed.destroyForcibly();
            await().atMost(QueryPrograms.PATIENCE)
                    .until(() -> TestBroker.kafka().process().pid() != killed.pid());
        });
    }

    @Test
    @Order(4)
    void a_postgresql_that_is_killed_is_waited_for() throws Exception {
        var killed = server.postmaster();
        inMidLoad(() -> {
            killed.destroyForcibly();
            await().atMost(QueryPrograms.PATIENCE)
                    .until(() -> server.postmaster().pid() != killed.pid());
        });
    }

    @Test
    @Order(5)
    void at_the_end_every_event_is_there_once_and_in_order_and_a_rebuild_finds_the_same_books() throws Exception {
        var landed = new LandedLog(books(), List.of(ORIGIN));
        try (var connection = store.connect()) {
            var stored = StoredLog.of(connection);
            var events = landed.after(0, Math.toIntExact(stored.head()) + 1);
            assertThat(events).hasSize(Math.toIntExact(stored.head()));
            for (int index = 0; index < events.size(); index++)
                assertThat(events.get(index).position()).isEqualTo(index + 1L);
            assertThat(events.stream().map(event -> ReadTopic.leaf(event.bytes())))
                    .containsExactlyElementsOf(stored.leaves());
            assertThat(landed.covered(stored.head())).isEqualTo(Map.of(ORIGIN, stored.head()));
        }
        queries.assertRebuildFindsTheSame();
        queries.assertWithoutFault();
    }

    private static PGSimpleDataSource books() {
        var source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl("books"));
        source.setUser(server.ownerUser());
        source.setPassword(server.ownerPassword());
        return source;
    }
}
