package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.database.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is away when a program starts is waited for. */
class WaitingProgramsTest {

    /** Nothing listens there. */
    private static final Map<String, String> NO_BROKER = Map.of("hoso.kafka.bootstrap", "127.0.0.1:1");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void both_sides_start_while_the_database_and_the_brokers_are_away_and_serve_as_soon_as_the_database_answers()
            throws Exception {
        try (var database = TestDatabase.fresh();
                var folder = HouseFolder.make()) {
            open(database, false);
            try (var commands = SideProgram.command(database, database.jdbcUrl())
                            .with(NO_BROKER)
                            .with(Map.of("hoso.origin", "H77"))
                            .launched(folder.path())
                            .started();
                    var queries = SideProgram.query(database)
                            .with(NO_BROKER)
                            .with(Map.of("hoso.feed", "kafka", "hoso.rollup.origins", "H77"))
                            .launched(folder.path())) {
                var publisher = HouseClient.of(commands, folder.path());
                assertThat(publisher.one(Lives.receipt("away.1")).isUnavailable())
                        .isTrue();
                assertThat(publisher.get("actuator/health/readiness").isUnavailable())
                        .isTrue();
                assertThat(publisher.get("actuator/health/liveness").status()).isEqualTo(200);
                await().atMost(PATIENCE).until(() -> queries.log().contains("waiting for the database"));

                open(database, true);
                await().atMost(PATIENCE).until(publisher::isReady);
                assertThat(publisher.stream(Lives.reference()).status()).isEqualTo(200);
                assertThat(publisher.get("api/v1/status").within("publish").flag("drained"))
                        .isFalse();
                var reader = HouseClient.of(queries.started(), folder.path());
                assertThat(reader.isReady()).isTrue();
                assertThat(reader.get("api/v1/status").number("head")).isZero();
                await().atMost(PATIENCE).until(() -> waits(publisher, "publish") && waits(reader, "landing"));
                assertThat(commands.log()).contains("publishing waits: ");
                assertThat(queries.log()).contains("landing waits: ");
                commands.assertWithoutFault();
                queries.assertWithoutFault();
            }
        }
    }

    /** Its status says what for. */
    private static boolean waits(HouseClient program, String part) throws Exception {
        return !program.get("api/v1/status").within(part).text("reason").isEmpty();
    }

    private static void open(TestDatabase database, boolean open) throws SQLException {
        var server = TestDatabase.server();
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), server.ownerUser(), server.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS " + open);
        }
    }
}
