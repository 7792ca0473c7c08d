package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.query.books.projection.BookDigest;
import hoso.query.books.slot.Slot;
import hoso.testkit.database.TestDatabase;
import hoso.testkit.world.RandomWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However the books came about, they say what books made in one go from the log say. */
class SameBooksTest {

    private static final long SEED = 77;
    private static final int DOSSIERS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TestDatabase database;
    private static Connection connection;
    private static HouseFolder folder;
    private static HouseProcess process;
    private static HouseClient house;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.fresh();
        connection = database.connect();
        folder = HouseFolder.make();
        process = start();
        house = HouseClient.of(() -> process.base(), folder.path());
    }

    private static HouseProcess start() throws Exception {
        return HouseProcess.on(database, database.jdbcUrl(), folder.path()).started();
    }

    @AfterAll
    static void close() throws Exception {
        process.close();
        folder.close();
        connection.close();
        database.close();
    }

    @Test
    void after_a_killed_house_a_cut_projector_and_every_line_sent_twice_a_rebuild_finds_the_same_books()
            throws Exception {
        var lines = RandomWorld.of(SEED, DOSSIERS).lines();
        int third = lines.size() / 3;
        inMidBatch(lines.subList(0, third), process::kill);
        process = start();
        inMidBatch(lines.subList(third, 2 * third), () -> terminate("hoso projector"));
        house.stream(lines.subList(2 * third, lines.size()));
        long head = house.get("api/v1/status").number("head");
        // what was refused then may fit now; from here on each line has its last verdict
        while (house.stream(lines).number("accepted") > 0)
            head = house.get("api/v1/status").number("head");
        var again = house.stream(lines);
        assertThat(again.number("accepted")).isZero();
        assertThat(house.get("api/v1/status").number("head")).isEqualTo(head);

        assertRebuildFindsTheSame();
        process.assertWithoutFault();
    }

    @Test
    void a_rebuild_beside_writers_goes_live_and_says_the_same_as_the_one_after_them() throws Exception {
        house.stream(Lives.reference());
        try (var writers = new Writers(house, "beside", SEED, broken -> false)) {
            writers.awaitAcknowledged(100);
            rebuild();
            writers.awaitAcknowledged(writers.acknowledged().size() + 100);
            rebuild();
            writers.stop();
            assertThat(writers.unexpected()).isEmpty();
            assertThat(writers.refused()).isEmpty();
        }
        assertRebuildFindsTheSame();
    }

    private interface Blow {
        void strike() throws Exception;
    }

    /** Publishes, and strikes when the rows of a batch are written and its place is not yet moved. */
    private static void inMidBatch(List<String> lines, Blow blow) throws Exception {
        awaitProjected();
        try (var held = new HeldBooks(database.connect())) {
            house.stream(lines);
            held.awaitProjector(PATIENCE);
            blow.strike();
        }
    }

    private static void terminate(String application) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = ? AND datname = current_database()")) {
            statement.setString(1, application);
            statement.execute();
        }
    }

    private static void awaitProjected() {
        await().atMost(PATIENCE).until(() -> {
            var status = house.get("api/v1/status");
            return status.number("projected") == status.number("head");
        });
    }

    /** The house itself compares before it switches; both sets of books are there to be compared once more. */
    private static void assertRebuildFindsTheSame() throws Exception {
        awaitProjected();
        rebuild();
        try (var snapshot = database.connect()) {
            snapshot.setAutoCommit(false);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var one = BookDigest.of(snapshot, new Slot(0));
            var other = BookDigest.of(snapshot, new Slot(1));
            assertThat(one.differences(other)).isEmpty();
            assertThat(one.parts()).isEqualTo(other.parts()).containsKeys("journal", "dossier", "unit_page");
            snapshot.rollback();
        }
    }

    private static void rebuild() throws Exception {
        assertThat(house.order("actuator/rebuild").status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() ->
                        !house.get("actuator/rebuild").body().get("running").booleanValue());
        assertThat(house.get("actuator/rebuild").text("outcome")).isEqualTo("the new books are live");
    }
}
