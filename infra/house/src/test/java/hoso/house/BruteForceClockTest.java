package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Role;
import hoso.testkit.brute.BruteAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The clock account of the real endpoint, against a clock that is looked at instant by instant. */
class BruteForceClockTest {

    private static final int DOSSIERS = 80;
    private static final int LOOKS_BACK = 2;

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private static final long SEED = 21;

    private static JudgedHouse judged;

    @BeforeAll
    static void open() {
        judged = new JudgedHouse();
        judged.tell(SEED, DOSSIERS);
    }

    @AfterAll
    static void close() {
        judged.close();
    }

    @Test
    void accounts_for_every_instant_of_every_dossier_as_of_any_position() {
        Instant now = Instant.now();
        var random = new Random(SEED);
        List<Long> positions = new ArrayList<>(List.of(judged.judge().position()));
        for (int look = 1; look < LOOKS_BACK; look++)
            positions.add(random.nextLong(judged.judge().position()));
        int compared = 0;
        for (long asOf : positions)
            for (String id : judged.judge().dossiers(asOf).keySet()) {
                BruteAccount expected = judged.judge().account(id, asOf).orElseThrow();
                Map<String, Object> asked = judged.asOf(asOf);
                asked.put("at", at(expected, random, now).truncatedTo(ChronoUnit.MICROS));
                JsonNode account = judged.house().get("/api/v1/dossiers/" + id + "/clock", asked);
                compare("seed %d, %s as of %d".formatted(SEED, id, asOf), account, expected);
                compared++;
            }
        assertThat(compared).isGreaterThan(DOSSIERS / 2);
    }

    @Test
    void leads_without_a_fact_to_where_the_others_alone_would_have_led() {
        String token = judged.house().token(Role.AUDITOR, Set.of(), Set.of("*"));
        int led = 0;
        for (String id : judged.judge().dossiers(judged.judge().position()).keySet()) {
            BruteAccount account =
                    judged.judge().account(id, judged.judge().position()).orElseThrow();
            for (List<String> key : account.clockFacts()) led += supposed(id, key, account, token) ? 1 : 0;
        }
        assertThat(led).isGreaterThan(DOSSIERS / 2);
    }

    @Test
    void leads_with_a_fact_at_another_time_to_where_it_would_have_led_then() {
        String token = judged.house().token(Role.AUDITOR, Set.of(), Set.of("*"));
        var random = new Random(SEED);
        int led = 0;
        for (String id : judged.judge().dossiers(judged.judge().position()).keySet()) {
            BruteAccount account =
                    judged.judge().account(id, judged.judge().position()).orElseThrow();
            for (var fact : account.movableFacts().entrySet()) {
                Instant to = fact.getValue().plus(Duration.ofMinutes(random.nextInt(-5_000, 5_000)));
                String body = "{\"moved\":[{\"source\":\"%s\",\"id\":\"%s\",\"time\":\"%s\"}]}"
                        .formatted(fact.getKey().get(0), fact.getKey().get(1), to);
                led += leads(id, body, account.moved(fact.getKey(), to), token) ? 1 : 0;
            }
        }
        assertThat(led).isGreaterThan(DOSSIERS / 4);
    }

    @Test
    void stands_by_the_rule_of_the_portal_where_its_criteria_count_it() {
        String token = judged.house().token(Role.AUDITOR, Set.of(), Set.of("*"));
        for (String id : judged.judge().dossiers(judged.judge().position()).keySet()) {
            BruteAccount account =
                    judged.judge().account(id, judged.judge().position()).orElseThrow();
            JsonNode verdict =
                    supposing(id, "{\"rules\":\"PORTAL\"}", token).body().get("verdict");
            String what = "seed %d, %s for the portal: %s".formatted(SEED, id, verdict);
            assertStands(what, verdict, account.standsForPortal(Instant.now()));
            Instant dueAt = Instant.parse(verdict.get("dueAt").asString());
            Instant end =
                    Instant.parse(verdict.path("endedAt").asString(Instant.now().toString()));
            boolean afterDue = verdict.get("late").booleanValue() && end.isAfter(dueAt);
            assertThat(verdict.has("lateBy")).as(what).isEqualTo(afterDue);
            assertThat(verdict.has("secondRequest"))
                    .as(what)
                    .isEqualTo(verdict.get("late").booleanValue() && !afterDue);
        }
    }

    private static RunningHouse.Answer supposing(String id, String body, String token) {
        return judged.house()
                .post(
                        "/api/v1/dossiers/" + id + "/clock?minPosition=" + judged.head(),
                        "application/json",
                        body,
                        token);
    }

    private static boolean supposed(String id, List<String> key, BruteAccount account, String token) {
        String body = "{\"without\":[{\"source\":\"%s\",\"id\":\"%s\"}]}".formatted(key.get(0), key.get(1));
        return leads(id, body, account.without(key), token);
    }

    private static boolean leads(String id, String body, Optional<BruteAccount.Outcome> expected, String token) {
        RunningHouse.Answer answer = supposing(id, body, token);
        String what = "seed %d, %s supposing %s: %s".formatted(SEED, id, body, answer);
        if (expected.isEmpty()) {
            assertThat(answer.status()).as(what).isEqualTo(409);
            assertThat(answer.body().get("code").asString()).as(what).isEqualTo("contradicts-history");
            return false;
        }
        assertThat(answer.status()).as(what).isEqualTo(200);
        JsonNode verdict = answer.body().get("verdict");
        assertThat(verdict.get("dueAt").asString())
                .as(what)
                .isEqualTo(expected.get().dueAt().toString());
        assertThat(verdict.path("timeliness").asString(""))
                .as(what)
                .isEqualTo(
                        expected.get().timeliness() == null
                                ? ""
                                : expected.get().timeliness());
        return true;
    }

    /** Mostly now; else some moment from the receipt on. */
    private static Instant at(BruteAccount account, Random random, Instant now) {
        if (random.nextInt(3) > 0) return now;
        long life = Duration.between(account.receivedAt(), now).toSeconds();
        return account.receivedAt().plusSeconds(random.nextLong(life));
    }

    private static void compare(String what, JsonNode account, BruteAccount expected) {
        Instant at = Instant.parse(account.get("at").asString());
        boolean ended =
                expected.closedAt().filter(closed -> !closed.isAfter(at)).isPresent();
        Instant end = ended ? expected.closedAt().orElseThrow() : at;
        JsonNode verdict = account.get("verdict");
        assertThat(verdict.get("dueAt").asString())
                .as(what)
                .isEqualTo(expected.recorded().dueAt().toString());
        assertThat(verdict.path("timeliness").asString("open"))
                .as(what)
                .isEqualTo(ended ? expected.recorded().timeliness() : "open");
        assertThat(account.at("/recomputed/dueAt").asString())
                .as(what)
                .isEqualTo(expected.recomputed().dueAt().toString());
        assertStands(what, verdict, expected.standsAt(at));
        margin(what, verdict, expected, end);
        segments(what, account, expected, end);
    }

    private static void assertStands(String what, JsonNode verdict, BruteAccount.Standing expected) {
        assertThat(new BruteAccount.Standing(
                        verdict.get("status").asString(),
                        verdict.get("overdue").booleanValue(),
                        verdict.get("late").booleanValue()))
                .as(what)
                .isEqualTo(expected);
    }

    private static void margin(String what, JsonNode verdict, BruteAccount expected, Instant end) {
        Instant dueAt = expected.recorded().dueAt();
        if (verdict.has("left"))
            assertThat(Duration.parse(verdict.get("left").asString()))
                    .as(what)
                    .isEqualTo(expected.work(end, expected.dueThen(end)));
        if (verdict.get("late").booleanValue())
            assertThat(Duration.parse(verdict.get("lateBy").asString()))
                    .as(what)
                    .isEqualTo(expected.work(dueAt, end));
        else if (verdict.has("earlyBy"))
            assertThat(Duration.parse(verdict.get("earlyBy").asString()))
                    .as(what)
                    .isEqualTo(expected.work(end, dueAt));
    }

    /** Together they are the time from the receipt to the end, each is one kind of time throughout, and the sums are right. */
    private static void segments(String what, JsonNode account, BruteAccount expected, Instant end) {
        Instant next = expected.receivedAt();
        Map<String, Duration> sums = new HashMap<>();
        for (JsonNode segment : account.get("segments")) {
            Instant from = Instant.parse(segment.get("from").asString());
            Instant to = Instant.parse(segment.get("to").asString());
            assertThat(from).as(what).isEqualTo(next);
            Duration length = Duration.between(from, to);
            for (Instant instant : List.of(from, from.plus(length.dividedBy(2)), to.minus(MICROSECOND))) {
                assertThat(segment.get("kind").asString())
                        .as("%s at %s", what, instant)
                        .isEqualTo(expected.kindAt(instant));
                assertThat(segment.at("/holder/code").asString())
                        .as("%s at %s", what, instant)
                        .isEqualTo(expected.holderAt(instant));
            }
            Duration work = Duration.parse(segment.path("work").asString("PT0S"));
            assertThat(work).as(what).isEqualTo(work(segment, expected, from, to));
            sums.merge(segment.get("kind").asString(), work, Duration::plus);
            next = to;
        }
        if (account.has("segmentsCut")) return;
        assertThat(next).as(what).isEqualTo(end.isBefore(expected.receivedAt()) ? expected.receivedAt() : end);
        for (String kind : List.of("COUNTED", "OVERRUN", "PAUSED"))
            assertThat(Duration.parse(account.get("sums")
                            .get(kind.toLowerCase(java.util.Locale.ROOT))
                            .asString()))
                    .as(what + " " + kind)
                    .isEqualTo(sums.getOrDefault(kind, Duration.ZERO));
    }

    private static Duration work(JsonNode segment, BruteAccount expected, Instant from, Instant to) {
        return Set.of("COUNTED", "OVERRUN", "PAUSED")
                        .contains(segment.get("kind").asString())
                ? expected.work(from, to)
                : Duration.ZERO;
    }
}
