package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} of a launched house, of its PostgreSQL, of both, while clients write; and a plain {@code kill}. One
 * round of each, or as many as {@code -Dhoso.crash.rounds} says.
 */
class KilledHouseTest {

    /** Enough for the writers to be in the middle of everything. */
    private static final int LINES_BEFORE = 300;

    private static final int LINES_AFTER = 200;

    /** 128 + SIGTERM. */
    private static final int TERMINATED = 143;

    private static HouseFolder data;
    private static volatile HouseProcess process;
    private static HouseClient house;
    private static OnceEach onceEach;

    @BeforeAll
    static void launch() throws Exception {
        data = HouseFolder.make();
        process = HouseProcess.launched(data.path()).started();
        house = HouseClient.of(() -> process.base(), data.path());
        onceEach = new OnceEach(data.path(), house);
        var reference = Lives.reference();
        assertThat(house.stream(reference).number("accepted")).isEqualTo(reference.size());
        onceEach.count(reference);
    }

    @AfterAll
    static void close() throws Exception {
        try {
            process.close();
        } finally {
            data.close();
        }
    }

    /** Also after a test that failed between a blow and the start after it. */
    @BeforeEach
    void haveItRunning() throws Exception {
        if (!process.handle().isAlive()) process = HouseProcess.launched(data.path());
        awaitReady();
    }

    private static void awaitReady() {
        await().atMost(Duration.ofSeconds(60)).until(house::isReady);
    }

    enum Blow {
        JVM_KILLED,
        POSTGRESQL_KILLED,
        BOTH_KILLED,
        JVM_TERMINATED;

        void strike() throws Exception {
            switch (this) {
                case JVM_KILLED -> process.kill();
                case POSTGRESQL_KILLED -> data.postgresql().forEach(ProcessHandle::destroyForcibly);
                case BOTH_KILLED -> {
                    data.postgresql().forEach(ProcessHandle::destroyForcibly);
                    process.kill();
                }
                case JVM_TERMINATED -> {
                    process.terminate();
                    assertThat(process.exitCode()).isEqualTo(TERMINATED);
                    assertThat(data.postgresql()).isEmpty();
                }
            }
        }
    }

    static Stream<Arguments> rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("hoso.crash.rounds", 1))
                .boxed()
                .flatMap(round -> Stream.of(Blow.values()).map(blow -> Arguments.of(blow, round)));
    }

    @ParameterizedTest(name = "{0}, round {1}")
    @MethodSource("rounds")
    void struck_while_eight_clients_write_it_has_every_acknowledged_event_once(Blow blow, int round) throws Exception {
        var chance = new Random(round);
        try (var writers = new Writers(house, blow + "." + round, round, broken -> blow != Blow.POSTGRESQL_KILLED)) {
            writers.awaitAcknowledged(LINES_BEFORE + chance.nextInt(LINES_BEFORE));
            blow.strike();
            process.assertWithoutFault();
            int then = writers.acknowledged().size();
            if (blow != Blow.POSTGRESQL_KILLED) process = HouseProcess.launched(data.path());
            writers.awaitAcknowledged(then + LINES_AFTER);
            writers.stop();
            assertThat(writers.unexpected()).isEmpty();
            assertThat(writers.refused()).allSatisfy(KilledHouseTest::assertInTime);
            onceEach.assertOf(writers);
        }
        process.assertWithoutFault();
    }

    private static void assertInTime(HouseClient.Answer answer) {
        assertThat(answer.took()).as(answer.toString()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void while_postgresql_is_down_each_request_is_answered_503_in_time_and_then_all_goes_on_by_itself()
            throws Exception {
        var line = Lives.receipt("down.1");
        var requests = new LinkedHashMap<String, Request>();
        requests.put("single event", () -> house.one(line));
        requests.put("stream", () -> house.stream(List.of(line)));
        for (var path : List.of(
                "report?unit=H77&from=2024-01-01&to=2024-12-31",
                "report/dossiers?unit=H77&from=2024-01-01&to=2024-12-31&cell=received.new",
                "dossiers/down.1",
                "dossiers/down.1/history",
                "units",
                "calendars/2024/affected",
                "status")) requests.put(path, () -> house.get("api/v1/" + path));
        try (var down = new KeptDown(data)) {
            AtOnce.forEach(List.copyOf(requests.entrySet()), requests.size(), request -> {
                for (int time = 1; time <= 3; time++) {
                    var answer = request.getValue().send();
                    assertThat(answer.isUnavailable())
                            .as(request.getKey() + ": " + answer)
                            .isTrue();
                    assertInTime(answer);
                }
            });
            assertThat(house.isReady()).isFalse();
            assertThat(house.get("actuator/health/liveness").status()).isEqualTo(200);
            assertThat(down.kills()).isPositive();
        }
        awaitReady();
        var answer = house.one(line);
        onceEach.count(List.of(line));
        assertThat(answer.text("status")).isEqualTo("accepted");
        var report = house.get(
                "api/v1/report?unit=H77&from=2024-01-01&to=2024-12-31&minPosition=" + answer.number("position"));
        assertThat(report.status()).as(report.toString()).isEqualTo(200);
        process.assertWithoutFault();
    }

    private interface Request {
        HouseClient.Answer send() throws Exception;
    }

    @Test
    void a_stream_under_which_postgresql_is_killed_says_how_far_it_came_and_goes_on_from_there() throws Exception {
        var lines = IntStream.range(0, 200)
                .boxed()
                .flatMap(dossier -> Lives.dossier("cut." + dossier).stream())
                .toList();
        long head = StoredLog.of(data.path()).head();
        int half = lines.size() / 2;
        var cut = house.post(
                HouseClient.STREAM,
                BodyPublishers.concat(
                        BodyPublishers.ofString(String.join("\n", lines.subList(0, half)) + "\n"),
                        BodyPublishers.ofInputStream(() -> {
                            killPostgresqlOnceAt(head + half / 4);
                            return new ByteArrayInputStream(String.join("\n", lines.subList(half, lines.size()))
                                    .getBytes(UTF_8));
                        })));
        assertThat(cut.isUnavailable()).as(cut.toString()).isTrue();
        int lastLine = (int) cut.number("lastLine");
        assertThat(cut.number("accepted")).isEqualTo(lastLine).isGreaterThanOrEqualTo(half / 4);

        awaitReady();
        var rest = house.stream(lines.subList(lastLine, lines.size()));
        assertThat(rest.number("accepted") + rest.number("duplicates")).isEqualTo(lines.size() - lastLine);
        assertThat(house.stream(lines).number("duplicates")).isEqualTo(lines.size());
        assertThat(StoredLog.of(data.path()).head()).isEqualTo(head + lines.size());
        onceEach.count(lines);
    }

    private static void killPostgresqlOnceAt(long position) {
        try (var connection = StoredLog.connect(data.path())) {
            while (StoredLog.head(connection) < position) Thread.sleep(5);
            data.postgresql().forEach(ProcessHandle::destroyForcibly);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
