package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.edge.Role;
import hoso.query.board.BoardClock;
import hoso.standalone.demo.DemoLine;
import hoso.standalone.load.AtOnce;
import hoso.standalone.load.DemoLoader;
import hoso.standalone.load.DemoPlace;
import hoso.standalone.load.LivePace;
import hoso.standalone.load.LoadProgress;
import hoso.standalone.load.Pace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A demo of a few dossiers, one a day, told a day a second by a clock that the test moves. */
@InSharedHouse
class ReplayedDemoTest {

    private static final Instant MONDAY = Instant.parse("2024-02-18T17:00:00Z");
    private static final Instant SATURDAY = MONDAY.plus(Duration.ofDays(5));
    private static final Duration TO_NINE = Duration.ofHours(9);
    private static final int DAY_A_SECOND = 86_400;

    private static final int DOSSIERS = 9;

    /** The province, its procedure, and the dossier of Sunday. */
    private static final int BEFORE_MONDAY = 3;

    private final RunningHouse house = SharedHouse.house();
    private final AtomicReference<Instant> real = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
    private final BoardClock boards = new BoardClock(real::get);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService starts = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        starts.shutdownNow();
        http.close();
    }

    @Test
    void each_day_is_told_when_boards_reach_it_and_the_rest_when_they_have_passed_the_last() throws Exception {
        var lines = lines("R1");
        Future<Long> start = start(lines, live());

        awaitLoaded(BEFORE_MONDAY + 1);
        assertThat(boards.instant()).isEqualTo(MONDAY.plus(TO_NINE));
        passes(Duration.ofMillis(2_500));
        awaitLoaded(BEFORE_MONDAY + 3);
        assertThat(start.isDone()).isFalse();

        passes(Duration.ofSeconds(3));
        assertThat(received("R1", start.get())).isEqualTo(DOSSIERS);
        assertThat(loaded()).isEqualTo(lines.size());
        assertThat(boards.instant()).isEqualTo(SATURDAY);
        assertThat(received("R1", start.get(), boards.position(Long.MAX_VALUE)))
                .as("boards know nothing of what came later")
                .isEqualTo(6);
        assertThat(printed.toString(UTF_8)).startsWith("Replaying the demo: 19/02/2024");
    }

    @Test
    void broken_off_it_goes_on_from_the_day_it_had_reached() throws Exception {
        var lines = lines("R2");
        breakOffOnTuesday(lines);

        start(lines, live());
        awaitLoaded(BEFORE_MONDAY + 3);
        assertThat(boards.instant()).isEqualTo(MONDAY.plus(Duration.ofDays(2)).plus(TO_NINE));
    }

    @Test
    void broken_off_it_is_loaded_at_once_where_it_has_no_speed_any_more() throws Exception {
        var lines = lines("R3");
        breakOffOnTuesday(lines);

        long head = start(lines, new AtOnce(SATURDAY)).get();
        assertThat(received("R3", head)).isEqualTo(DOSSIERS);
        assertThat(boards.instant()).isEqualTo(SATURDAY);
        assertThat(received("R3", head, boards.position(Long.MAX_VALUE))).isEqualTo(6);
    }

    private void breakOffOnTuesday(List<DemoLine> lines) {
        Future<Long> start = start(lines, live());
        awaitLoaded(BEFORE_MONDAY + 1);
        passes(Duration.ofSeconds(1));
        awaitLoaded(BEFORE_MONDAY + 2);
        start.cancel(true);
    }

    private LivePace live() {
        return new LivePace(boards, MONDAY, SATURDAY, DAY_A_SECOND);
    }

    /** A province, its procedure, and a dossier on each of nine mornings from Sunday on. */
    private static List<DemoLine> lines(String province) {
        var story = new Province(province, new Wire(SharedHouse.house()));
        var lines = new ArrayList<DemoLine>();
        lines.add(line(MONDAY.minus(Duration.ofDays(1)), Province.unit(province, "PROVINCE", null)));
        lines.add(line(MONDAY.minus(Duration.ofDays(1)), story.procedureEvent()));
        for (int day = -1; day < DOSSIERS - 1; day++) {
            Instant morning = MONDAY.plus(Duration.ofDays(day)).plus(TO_NINE);
            lines.add(line(morning, story.receipt("day" + day, province)));
        }
        return lines;
    }

    private static DemoLine line(Instant at, Event event) {
        return new DemoLine(at, event.at(at.toString()).json().getBytes(UTF_8));
    }

    private Future<Long> start(List<DemoLine> lines, Pace pace) {
        return starts.submit(() -> {
            var loader = new DemoLoader(
                    http,
                    house.uri("/"),
                    house.token(Role.REGISTRAR, Set.of("*"), Set.of("*")),
                    boards,
                    new DemoPlace(folder),
                    new PrintStream(printed, true, UTF_8));
            long already = new DemoPlace(folder).done();
            var progress = new LoadProgress(pace, lines.size(), already, System.nanoTime());
            return loader.load(lines.iterator(), pace, progress, already);
        });
    }

    /** So many lines, and for some ticks no more. */
    private void awaitLoaded(long lines) {
        await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(60)).until(() -> loaded() == lines);
    }

    private long loaded() throws IOException {
        return new DemoPlace(folder).done();
    }

    private long received(String province, long position) {
        return received(province, position, position);
    }

    private long received(String province, long reached, long asOf) {
        JsonNode report = house.get(
                "/api/v1/report",
                Map.of(
                        "unit",
                        province,
                        "from",
                        "2024-02-01",
                        "to",
                        "2024-02-29",
                        "minPosition",
                        reached,
                        "asOf",
                        asOf));
        return report.at("/total/received/total").longValue();
    }

    private void passes(Duration time) {
        real.updateAndGet(before -> before.plus(time));
    }
}
