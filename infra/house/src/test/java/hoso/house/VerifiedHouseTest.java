package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.standalone.StandaloneHouse;
import hoso.standalone.launch.Options;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A launched house signs its store, and {@code infra/run verify} finds it intact, or not, whether it runs or not. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerifiedHouseTest {

    /** Ten seconds from head to head, and what a busy machine adds. */
    private static final Duration SIGNED_WITHIN = Duration.ofSeconds(30);

    /** EX_DATAERR of sysexits.h. */
    private static final int NOT_AS_SIGNED = 65;

    private static HouseFolder data;
    private static volatile HouseProcess process;
    private static HouseClient house;

    @BeforeAll
    static void launch() throws Exception {
        data = HouseFolder.make();
        process = HouseProcess.launched(data.path()).started();
        house = HouseClient.of(() -> process.base(), data.path());
        house.stream(Lives.reference());
    }

    @AfterAll
    static void close() throws Exception {
        try {
            process.close();
        } finally {
            data.close();
        }
    }

    private static void publish(String prefix) throws Exception {
        List<String> lines = Lives.dossiers(prefix, 40);
        assertThat(house.stream(lines).number("accepted")).isEqualTo(lines.size());
    }

    private static void awaitSigned() {
        await().atMost(SIGNED_WITHIN).untilAsserted(() -> {
            var status = house.get("api/v1/status");
            assertThat(status.body().at("/heads/state").asString()).isEqualTo("SIGNING");
            assertThat(status.body().at("/heads/size").asLong()).isPositive().isEqualTo(status.number("head"));
        });
    }

    private record Verified(boolean intact, String said) {}

    private static Verified verify() {
        var out = new ByteArrayOutputStream();
        var order = new Options.Verify(data.path(), true, null, null, null);
        boolean intact = new StandaloneHouse()
                .verify(
                        order,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        return new Verified(intact, out.toString(UTF_8));
    }

    private static void asSuperuser(String sql) throws Exception {
        Path folder = data.path();
        String port = Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"))
                .get(3)
                .strip();
        String password =
                Files.readString(folder.resolve("secrets/postgres.password")).strip();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/hoso", "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @Order(1)
    void its_events_are_signed_soon_and_it_is_intact_while_it_runs() throws Exception {
        publish("first");
        awaitSigned();
        var verified = verify();
        assertThat(verified.intact()).as(verified.said()).isTrue();
        assertThat(verified.said().lines().toList().getLast())
                .isEqualTo("Kết luận: kho nguyên vẹn / Verdict: intact, as far as it was compared above");
    }

    @Test
    @Order(2)
    void it_is_intact_after_it_was_killed_and_goes_on_signing() throws Exception {
        publish("killed");
        process.kill();
        var killed = verify();
        assertThat(killed.intact()).as(killed.said()).isTrue();

        process = HouseProcess.launched(data.path()).started();
        publish("again");
        awaitSigned();
        var verified = verify();
        assertThat(verified.intact()).as(verified.said()).isTrue();
        process.assertWithoutFault();
    }

    @Test
    @Order(3)
    void a_row_that_a_superuser_rewrites_is_named_by_the_command() throws Exception {
        asSuperuser("CREATE TABLE kept AS SELECT * FROM store.event WHERE position = 30");
        asSuperuser("UPDATE store.event SET rest = convert_to(replace(convert_from(rest, 'UTF8'), '\"time\":\"20',"
                + " '\"time\":\"19'), 'UTF8') WHERE position = 30");
        try (var command = HouseProcess.words("verify", "--data", data.path().toString())) {
            assertThat(command.exitCode()).isEqualTo(NOT_AS_SIGNED);
        }
        assertThat(verify().said()).contains("→ vị trí / position 30: ", "KHO ĐÃ BỊ THAY ĐỔI");

        asSuperuser(
                "UPDATE store.event SET rest = kept.rest, leaf = kept.leaf FROM kept WHERE store.event.position = 30");
        try (var command = HouseProcess.words("verify", "--data", data.path().toString())) {
            assertThat(command.exitCode()).isZero();
        }
    }

    @Test
    @Order(4)
    void all_of_it_is_signed_when_it_has_ended_in_order() throws Exception {
        publish("last");
        process.terminate();
        process.exitCode();
        var verified = verify();
        assertThat(verified.intact()).as(verified.said()).isTrue();
        assertThat(verified.said()).doesNotContain("not signed yet");
        assertThat(data.postgresql()).isEmpty();
    }

    @Test
    @Order(5)
    void a_folder_without_a_store_is_refused_in_one_line() throws Exception {
        Path empty = Files.createTempDirectory("hoso-empty");
        try (var command = HouseProcess.words("verify", "--data", empty.toString())) {
            assertThat(command.exitCode()).isEqualTo(69);
            assertThat(command.log()).contains("hoso: there is no store in " + empty);
        }
        assertThat(empty).isEmptyDirectory();
    }
}
