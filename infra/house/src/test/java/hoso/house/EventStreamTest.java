package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams of events from clients of every kind, into a house with a small heap. */
class EventStreamTest {

    private static final Duration STALLED = Duration.ofSeconds(2);

    /** Parsed, they would fill the heap several times. */
    private static final int MANY = 100_000;

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
        process = HouseProcess.on(
                        List.of("-Xmx256m"),
                        database,
                        database.jdbcUrl(),
                        folder.path(),
                        "--hoso.sender-stalled-after=" + STALLED.toSeconds() + "s",
                        "--server.tomcat.connection-timeout=" + STALLED.toSeconds() + "s")
                .started();
        house = HouseClient.of(process, folder.path());
        var reference = Lives.reference();
        assertThat(house.stream(reference).number("accepted")).isEqualTo(reference.size());
    }

    @AfterAll
    static void close() throws Exception {
        process.close();
        folder.close();
        connection.close();
        database.close();
    }

    enum BreakOff {
        RESET_IN_A_CHUNK(RawStream.CHUNKED),
        END_IN_A_CHUNK(RawStream.CHUNKED),
        END_BEFORE_THE_LENGTH_SAID(1_000_000);

        private final long contentLength;

        BreakOff(long contentLength) {
            this.contentLength = contentLength;
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_sender_who_breaks_off_in_mid_line_the_half_line_was_never_seen(BreakOff how) throws Exception {
        var lines = Lives.dossier("broken." + how.ordinal());
        // whole but for its end: who broke off may have meant to go on
        var half = Lives.receipt("half." + how.ordinal());
        long head = StoredLog.head(connection);
        try (var stream = new RawStream(house, how.contentLength)) {
            stream.lines(lines);
            stream.text(half);
            await().until(() -> StoredLog.head(connection) == head + lines.size());
            if (how == BreakOff.RESET_IN_A_CHUNK) stream.reset();
            else {
                stream.closeSendingSide();
                assertThat(stream.answer().get("status").intValue()).isBetween(400, 499);
            }
        }
        assertThat(house.stream(lines).number("duplicates")).isEqualTo(lines.size());
        assertThat(house.one(half).text("status")).isEqualTo("accepted");
    }

    @Test
    void a_sender_who_stalls_is_told_how_far_it_came_and_goes_on_from_there() throws Exception {
        var lines = Lives.dossiers("stalled", 20);
        int whole = lines.size() / 2;
        try (var stream = new RawStream(house, RawStream.CHUNKED)) {
            stream.lines(lines.subList(0, whole));
            stream.text(lines.get(whole).substring(0, 40));
            long began = System.nanoTime();
            var answer = stream.answer();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(STALLED.minusMillis(500));
            assertThat(answer.get("status").intValue()).isEqualTo(408);
            assertThat(answer.get("code").asString()).isEqualTo("stalled");
            assertThat(answer.get("accepted").intValue()).isEqualTo(whole);
            assertThat(answer.get("lastLine").intValue()).isEqualTo(whole);
        }
        var rest = house.stream(lines.subList(whole, lines.size()));
        assertThat(rest.number("accepted")).isEqualTo(lines.size() - whole);
    }

    @Test
    void a_client_who_does_not_read_the_answer_holds_up_nobody_and_loses_nothing() throws Exception {
        var good = Lives.dossiers("unread", 20);
        long head = StoredLog.head(connection);
        try (var stream = new RawStream(house, RawStream.CHUNKED)) {
            // refusals enough for an answer that no buffer on the way holds
            for (int line = 0; line < 1_000; line++) stream.text("{\"id\":\"" + line + "x".repeat(8_000) + "\"}\n");
            stream.lines(good);
            stream.end();
            await().until(() -> StoredLog.head(connection) == head + good.size());
            var answer = house.one(Lives.receipt("beside.unread"));
            assertThat(answer.text("status")).isEqualTo("accepted");
            assertThat(house.stream(good).number("duplicates")).isEqualTo(good.size());
        }
    }

    @Test
    void a_line_of_a_megabyte_is_refused_and_the_rest_goes_on() throws Exception {
        var lines = new ArrayList<>(Lives.dossier("long.1"));
        lines.add(1, "{\"id\":\"" + "x".repeat(1 << 20) + "\"}");
        var answer = house.stream(lines);
        assertThat(answer.number("accepted")).isEqualTo(lines.size() - 1);
        assertThat(answer.number("lastLine")).isEqualTo(lines.size());
        assertThat(answer.number("rejected")).isEqualTo(1);
        var rejection = answer.body().get("rejections").get(0);
        assertThat(rejection.get("line").intValue()).isEqualTo(2);
        assertThat(rejection.get("code").asString()).isEqualTo("too-large");
    }

    @Test
    void lines_may_end_in_crlf_be_blank_and_lack_the_last_end() throws Exception {
        var lines = Lives.dossier("crlf.1");
        var text = "\r\n  \r\n\n" + String.join("\r\n\n", lines);
        var answer = house.stream(List.of(text));
        assertThat(answer.number("accepted")).isEqualTo(lines.size());
        assertThat(answer.number("rejected")).isZero();
        assertThat(answer.number("lastLine")).isEqualTo(3 + 2 * lines.size() - 1);
    }

    @Test
    void a_dossier_is_decided_with_all_reference_lines_before_it_and_none_after() throws Exception {
        var lines = new ArrayList<String>();
        for (int version = 1; version <= 20; version++) {
            lines.add(Lives.unit("H78." + version));
            lines.add(Lives.procedure("8.000001", version));
            lines.add(Lives.receipt("barrier." + version, "H78." + version, "8.000001"));
        }
        var answer = house.stream(lines);
        assertThat(answer.number("accepted")).as(answer.toString()).isEqualTo(lines.size());
        for (int version = 1; version <= 20; version++) {
            var history = house.get(
                    "api/v1/dossiers/barrier." + version + "/history?minPosition=" + answer.number("lastPosition"));
            var taken = history.body().at("/events/0/decision/taken");
            assertThat(taken.get("amount").intValue()).as(taken.toString()).isEqualTo(version);
        }
    }

    @Test
    void a_stream_of_100_000_lines_fits_into_a_small_heap_and_single_events_do_not_wait_for_it() throws Exception {
        var streamed = CompletableFuture.supplyAsync(() -> {
            try {
                return house.post(HouseClient.STREAM, BodyPublishers.ofInputStream(() -> new ManyLines(MANY)));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        int beside = 0;
        while (!streamed.isDone()) {
            var single = house.one(Lives.receipt("beside." + beside++));
            assertThat(single.text("status")).as(single.toString()).isEqualTo("accepted");
            Thread.sleep(20);
        }
        var answer = streamed.join();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.number("accepted")).isEqualTo(MANY);
        assertThat(beside).as("single events answered while the stream went on").isGreaterThan(20);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> house.get("api/v1/status").number("projected") >= answer.number("lastPosition"));
        process.assertWithoutFault();
    }
}
