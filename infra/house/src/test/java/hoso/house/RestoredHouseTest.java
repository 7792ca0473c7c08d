package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.standalone.StandaloneHouse;
import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The drill of the handbook: a house is backed up, goes on, is lost with its machine, and goes on elsewhere above what was lost. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestoredHouseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String REPORT =
            "api/v1/report?unit=" + Lives.ROOT + "&from=" + Lives.FROM + "&to=" + Lives.TO + "&by=procedure";

    private static HouseFolder lost;
    private static HouseFolder files;
    private static HouseFolder data;
    private static HouseProcess process;

    private static long backedUp;
    private static long seen;
    private static JsonNode figures;
    private static String snapshot;

    @BeforeAll
    static void live() throws Exception {
        lost = HouseFolder.make();
        files = HouseFolder.make();
        data = HouseFolder.make();
        process = HouseProcess.launched(lost.path()).started();
        var house = HouseClient.of(process, lost.path());
        house.stream(Lives.reference());
        long full = house.publish(lives("first"));
        snapshot = house.freeze();
        awaitSigned(house, full);
        Files.write(file("evidence.zip"), download(house, "api/v1/dossiers/first.0/evidence"));
        Backups.take(lost.path(), file("full.zip"), 0);

        backedUp = house.publish(lives("second"));
        awaitSigned(house, backedUp);
        Backups.take(lost.path(), file("more.zip"), full);

        seen = house.publish(lives("lost"));
        awaitSigned(house, seen);
        figures = report(house);
        Files.copy(lost.path().resolve("heads/store.ndjson"), file("copied.ndjson"));
        process.kill();
        lost.close();
    }

    @AfterAll
    static void close() throws Exception {
        process.close();
        data.close();
        files.close();
    }

    private static Path file(String name) {
        return files.path().resolve(name);
    }

    private static List<String> lives(String prefix) {
        return Lives.dossiers(prefix, 30);
    }

    private static HouseClient house() throws Exception {
        return HouseClient.of(process, data.path());
    }

    private static void awaitSigned(HouseClient house, long position) {
        await().atMost(PATIENCE).until(() -> house.signed() >= position);
    }

    private static JsonNode report(HouseClient house) throws Exception {
        long head = house.get("api/v1/status").number("head");
        return answered(house, REPORT + "&minPosition=" + head);
    }

    /** The first answer that there is: while books are made of a restored log, there is none. */
    private static JsonNode answered(HouseClient house, String question) {
        var answer = await().atMost(PATIENCE).until(() -> house.get(question), asked -> asked.status() != 503);
        assertThat(answer.status()).as("" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static byte[] download(HouseClient house, String path) throws Exception {
        var request = HttpRequest.newBuilder(house.base().get().resolve("/" + path))
                .header("Authorization", "Bearer " + house.token())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static boolean isGood(String evidence) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        return new StandaloneHouse().verify(new Options.VerifyBundle(file(evidence), null), nowhere);
    }

    private record Verified(boolean intact, String said) {}

    private static Verified verify(Path folder) {
        var out = new ByteArrayOutputStream();
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        boolean intact = new StandaloneHouse()
                .verify(
                        new Options.Verify(folder, true, null, null, file("copied.ndjson")),
                        new PrintStream(out, true, UTF_8),
                        nowhere);
        return new Verified(intact, out.toString(UTF_8));
    }

    @Test
    @Order(1)
    void a_restored_house_refuses_writes_by_name_while_more_was_seen_of_it_and_answers_questions() throws Exception {
        Backups.restore(data.path(), Backups.PASSPHRASE, file("full.zip"), file("more.zip"));
        Files.copy(
                file("copied.ndjson"), data.path().resolve("heads/store.ndjson"), StandardCopyOption.REPLACE_EXISTING);
        process = HouseProcess.launched(data.path()).started();

        var refused = house().one(Lives.receipt("new.0"));
        assertThat(refused.isUnavailable()).as("" + refused.body()).isTrue();
        String why = "the store ends at position " + backedUp + ", and the file of heads has seen position " + seen;
        assertThat(refused.text("detail")).contains(why, "infra/run restored");
        assertThat(house().isReady()).isFalse();
        var status = house().get("api/v1/status");
        assertThat(status.body().at("/writes/served").asBoolean()).isFalse();
        assertThat(status.body().at("/writes/refused").asString()).contains(why);
        var whole = answered(house(), REPORT);
        assertThat(whole.at("/asOf/position").asLong()).isEqualTo(backedUp);
        assertThat(whole.at("/total/received/total").asLong()).isPositive();
        assertThat(verify(data.path()).intact()).isFalse();
    }

    @Test
    @Order(2)
    void told_that_it_is_restored_it_goes_on_above_all_that_was_seen() throws Exception {
        assertThat(restored(OptionalLong.empty()))
                .contains("incarnation 2: positions %d to %d are declared as lost".formatted(backedUp + 1, seen));
        await().atMost(PATIENCE).until(() -> house().isReady());
        // what publishers still have is sent again, and only now counts
        assertThat(house().one(lives("lost").getFirst()).number("position")).isEqualTo(seen + 1);
        long last = house().publish(lives("lost"));
        assertThat(last).isEqualTo(seen + lives("lost").size());
        awaitSigned(house(), last);
        assertThatThrownBy(() -> restored(OptionalLong.of(last)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nothing is lost");
    }

    private static String restored(OptionalLong lostUpTo) throws Exception {
        URI address = process.base();
        return new StandaloneHouse()
                .restored(
                        new Options.Restored(data.path(), address, lostUpTo),
                        new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    }

    @Test
    @Order(3)
    void its_books_say_what_those_that_were_lost_said_and_are_the_same_made_anew() throws Exception {
        assertThat(report(house()).get("total")).isEqualTo(figures.get("total"));
        assertThat(report(house()).get("groups")).isEqualTo(figures.get("groups"));
        house().order("actuator/rebuild");
        await().atMost(PATIENCE)
                .until(() ->
                        !house().get("actuator/rebuild").body().path("running").asBoolean());
        assertThat(house().get("actuator/rebuild").body().toString()).contains("the new books are live");
        assertThat(report(house()).get("total")).isEqualTo(figures.get("total"));
    }

    @Test
    @Order(4)
    void snapshots_of_before_and_after_replay_byte_for_byte() throws Exception {
        for (String id : List.of(snapshot, house().freeze())) {
            var replayed = house().order("api/v1/snapshots/" + id + "/replay");
            assertThat(replayed.flag("matches")).as("" + replayed.body()).isTrue();
        }
    }

    @Test
    @Order(5)
    void an_instant_within_what_was_lost_and_a_position_too_can_be_asked_about() throws Exception {
        for (long position : new long[] {backedUp, backedUp + 1, seen, seen + 1})
            assertThat(house().get(REPORT + "&asOf=" + position).status()).isEqualTo(200);
        var recorded = house().get(REPORT + "&asOf=" + (backedUp + 1)).body().at("/asOf/recordedAt");
        assertThat(house().get(REPORT + "&asOf=" + recorded.asString())
                        .body()
                        .at("/asOf/position")
                        .asLong())
                .isEqualTo(backedUp);
    }

    @Test
    @Order(6)
    void what_was_signed_and_not_lost_is_proven_as_before() throws Exception {
        assertThat(isGood("evidence.zip")).isTrue();
        for (String dossier : List.of("first.0", "second.0", "lost.0")) {
            Files.write(file(dossier + ".zip"), download(house(), "api/v1/dossiers/" + dossier + "/evidence"));
            assertThat(isGood(dossier + ".zip")).isTrue();
        }
        var verified = verify(data.path());
        assertThat(verified.intact()).as(verified.said()).isTrue();
        assertThat(verified.said())
                .contains("incarnation 2 declares positions " + (backedUp + 1) + " to " + seen + " as lost");
    }

    @Test
    @Order(7)
    void it_is_backed_up_across_the_gap_and_restored_once_more() throws Exception {
        process.close();
        Backups.take(data.path(), file("after.zip"), backedUp);
        try (var again = HouseFolder.make()) {
            assertThat(Backups.restore(
                            again.path(), Backups.PASSPHRASE, file("full.zip"), file("more.zip"), file("after.zip")))
                    .contains("kho nguyên vẹn", "declares positions " + (backedUp + 1) + " to " + seen);
            try (var started = HouseProcess.launched(again.path()).started()) {
                var house = HouseClient.of(started, again.path());
                await().atMost(PATIENCE).until(house::isReady);
                assertThat(report(house).get("total")).isEqualTo(figures.get("total"));
            }
        }
    }
}
