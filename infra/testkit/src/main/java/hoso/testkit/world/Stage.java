package hoso.testkit.world;

import hoso.testkit.brute.BruteHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a world is played: what is to arrive when, what has arrived, and a brute house that has seen it all, so that the
 * next thing to happen can be aimed at an edge (at the very due instant, on a fact that exists).
 */
final class Stage {
    /** The house of the stage judges at a fixed instant: every time of a world is before it, or in 2099. */
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    static final Instant FAR_AHEAD = Instant.parse("2099-06-01T00:00:00Z");

    private static final JsonMapper JSON = new JsonMapper();

    private record Arrival(Instant at, long order, Runnable what) {}

    final Chance chance;
    final String root;
    final BruteHouse house = new BruteHouse();
    final List<String> lines = new ArrayList<>();
    final List<String> verdicts = new ArrayList<>();
    final List<String> units = new ArrayList<>();
    final List<String> procedures = new ArrayList<>();
    final List<String> dossiers = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    private final Map<String, List<Sent>> bySubject = new HashMap<>();
    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>(Comparator.comparing(Arrival::at).thenComparingLong(Arrival::order));
    private final String prefix;
    private Instant clock = Instant.EPOCH;
    private long scheduled;
    private long named;

    Stage(long seed) {
        this.chance = new Chance(seed);
        this.prefix = Long.toUnsignedString(seed, 36);
        this.root = "R" + prefix;
    }

    void schedule(Instant arrival, Runnable what) {
        arrivals.add(new Arrival(arrival, scheduled++, what));
    }

    /** Published at once, hours later, or days later: the last is what makes facts arrive out of order. */
    Instant arrivalOf(Instant time) {
        return time.plus(
                chance.percent(70)
                        ? Duration.ofSeconds(chance.between(1, 60))
                        : chance.upTo(chance.percent(60) ? Duration.ofHours(12) : Duration.ofDays(15)));
    }

    void play() {
        while (!arrivals.isEmpty()) {
            Arrival next = arrivals.remove();
            clock = next.at();
            next.what().run();
        }
    }

    /** When the present line arrives. */
    Instant clock() {
        return clock;
    }

    /** That time, or the present where it would be ahead of it: nothing is published before it happens. */
    Instant past(Instant time) {
        return time.isAfter(clock) ? clock : time;
    }

    String source() {
        return chance.percent(85)
                ? "urn:test:" + prefix
                : chance.of("/portal/" + prefix, "https://example.vn/" + prefix);
    }

    String newId() {
        long number = ++named;
        if (chance.percent(2) && !sent.isEmpty()) {
            return chance.from(sent).id;
        }
        return chance.percent(3) ? "sự kiện " + prefix + "/" + number : prefix + "-" + number;
    }

    List<Sent> about(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    Sent send(String type, String subject, Instant time, Map<String, Object> data) {
        String source = source();
        String id = newId();
        Sent sending = new Sent(
                source, id, type, subject, time, data, line(source, id, type, subject, chance.text(time), data));
        sending.accepted = offer(sending.line).equals("accepted");
        sent.add(sending);
        bySubject.computeIfAbsent(subject, none -> new ArrayList<>()).add(sending);
        return sending;
    }

    String offer(String line) {
        String verdict = house.offer(line, NOW);
        lines.add(line);
        verdicts.add(verdict);
        return verdict;
    }

    String line(String source, String id, String type, String subject, String time, Map<String, Object> data) {
        return json(envelope(source, id, type, subject, time, data));
    }

    Map<String, Object> envelope(
            String source, String id, String type, String subject, String time, Map<String, Object> data) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", source);
        envelope.put("type", "hoso." + type + ".v1");
        envelope.put("subject", subject);
        envelope.put("time", time);
        if (chance.percent(70)) {
            envelope.put(
                    "datacontenttype", chance.percent(90) ? "application/json" : "application/json; charset=utf-8");
        }
        if (!data.isEmpty() || chance.percent(80)) {
            envelope.put("data", data);
        }
        return envelope;
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
