package hoso.query.log;

import hoso.event.ClockFact;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A log in which everything happens that a log can hold: facts in any order, corrections, voids, second lives, clocks
 * decided anew. Decisions are drawn by lot, since readers must believe whatever was decided; only their kinds fit.
 */
public final class WildWorld {

    private static final Instant BEGIN = Instant.parse("2023-12-15T17:00:00Z");
    private static final int DAYS = 150;
    private static final String[] CHANNELS = {"ONLINE", "DIRECT", "POSTAL"};

    private final Random random;
    private final FabricatedLog log;
    private final List<String> units;
    private final Map<String, DossierHistory> dossiers = new HashMap<>();
    private final Map<String, Integer> petitions = new HashMap<>();

    public WildWorld(long seed, FabricatedLog log, List<String> units) {
        this.random = new Random(seed);
        this.log = log;
        this.units = units;
    }

    /** Adds events of so many dossiers, a tenth as many petitions, and some units. */
    public void events(int count, int subjects) {
        for (int index = 0; index < count; index++) {
            int lot = random.nextInt(100);
            if (lot < 2) unit();
            else if (lot < 10) petition("p/P" + random.nextInt(subjects / 10 + 1));
            else dossier("d/D" + random.nextInt(subjects));
        }
    }

    private void unit() {
        String code = random.nextInt(4) == 0 ? "NEW" + random.nextInt(5) : pick(units);
        log.reference(
                "unit.registered",
                code,
                BEGIN,
                "{\"name\":\"Unit\",\"level\":\"COMMUNE\",\"validFrom\":\"2024-01-0" + (1 + random.nextInt(9)) + "\"}");
    }

    private void petition(String stream) {
        int events = petitions.merge(stream, 1, Integer::sum);
        switch (events) {
            case 1 ->
                log.append(
                        stream,
                        "petition.received",
                        instant(),
                        "{\"kind\":\"" + (random.nextBoolean() ? "REGULATION" : "BEHAVIOUR")
                                + "\",\"source\":\"HOTLINE\",\"unit\":\"" + pick(units) + "\"}",
                        "");
            case 2 -> log.append(stream, "petition.answered", instant(), "", "");
            case 3 -> log.append(stream, "petition.published", instant(), "", "");
            case 4 -> {
                Instant at = instant();
                log.append(stream, "petition.rated", at, "{\"satisfied\":" + even(at) + "}", "");
            }
            default -> petitions.merge(stream, -1, Integer::sum);
        }
    }

    private void dossier(String stream) {
        DossierHistory before = dossiers.getOrDefault(stream, DossierHistory.UNKNOWN);
        int next = before.events();
        if (!before.alive()) received(stream, next);
        else
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> clockFact(stream, before);
                case 4 -> correctedReceipt(stream, before);
                case 5, 6 -> amendedOther(stream, before);
                case 7 -> voided(stream, before);
                case 8 ->
                    append(
                            stream,
                            "dossier.clock-redecided",
                            instant(),
                            "{\"authority\":\"A1\"}",
                            decision(rulings(before.clock())));
                case 9 -> append(stream, "dossier.disputed", instant(), "", "");
                default -> other(stream);
            }
    }

    private void received(String stream, int sequence) {
        Instant at = instant();
        append(stream, "dossier.received", at, receipt(), decision(taken(at), "\"rulings\":[" + due(sequence) + "]"));
    }

    private String receipt() {
        return "{\"unit\":\"" + pick(units) + "\",\"procedure\":\"1.00" + random.nextInt(5) + "\",\"channel\":\""
                + CHANNELS[random.nextInt(3)] + "\"}";
    }

    private String taken(Instant at) {
        return "\"taken\":{\"field\":\"Lĩnh vực " + random.nextInt(3) + "\",\"kind\":\"WORKING_DAYS\",\"amount\":5,"
                + (random.nextBoolean() ? "\"feeRequired\":true," : "")
                + "\"version\":\"2024-01-01\",\"computedDueAt\":\"" + at.plus(Duration.ofDays(7)) + "\"}";
    }

    private void clockFact(String stream, DossierHistory before) {
        ClockEntry last = before.clock().getLast();
        Instant at = last.at().plus(Duration.ofMinutes(random.nextInt(20_000)));
        int next = before.events();
        boolean closed = last.fact() instanceof ClockFact.Closing;
        if (closed) {
            correctedClosing(stream, before);
            return;
        }
        if (last.fact() instanceof ClockFact.Pause pause && random.nextInt(4) > 0) {
            String type = pause instanceof ClockFact.Suspended ? "dossier.resumed" : "dossier.supplement-received";
            append(stream, type, at, "", decision("\"rulings\":[" + due(next) + "]"));
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                String type = even(at) ? "dossier.suspended" : "dossier.supplement-requested";
                append(stream, type, at, "", decision("\"rulings\":[" + pause(next) + "]"));
            }
            case 1 -> {
                Instant since = last.at().plus(Duration.ofMinutes(1));
                append(
                        stream,
                        "dossier.supplement-received",
                        at.plus(Duration.ofMinutes(2)),
                        "{\"since\":\"" + since + "\"}",
                        decision("\"rulings\":[" + pause(next).replace("}", ",\"pause\":true}") + "," + due(next)
                                + "]"));
            }
            case 2 ->
                append(
                        stream,
                        "dossier.due-date-extended",
                        at,
                        "{\"dueAt\":\"" + at.plus(Duration.ofDays(9)) + "\"}",
                        decision("\"rulings\":[" + due(next) + "]"));
            default ->
                append(
                        stream,
                        "dossier.resolved",
                        at,
                        "{\"outcome\":\"" + (random.nextBoolean() ? "APPROVED" : "REJECTED") + "\"}",
                        decision("\"rulings\":[" + closed(next) + "]"));
        }
    }

    private void correctedReceipt(String stream, DossierHistory before) {
        ClockEntry receipt = before.clock().getFirst();
        boolean time = random.nextBoolean();
        Instant at = receipt.at().minus(Duration.ofMinutes(random.nextInt(5_000)));
        append(
                stream,
                "dossier.corrected",
                instant(),
                "{\"authority\":\"A\",\"corrects\":{\"source\":\"s\",\"id\":\"i\"},"
                        + (time ? "\"time\":\"" + at + "\"}" : "\"data\":" + receipt() + "}"),
                decision("\"target\":" + receipt.sequence(), taken(receipt.at()), rulings(before.clock())));
    }

    private void correctedClosing(String stream, DossierHistory before) {
        ClockEntry closing = before.clock().getLast();
        Instant at = closing.at().plus(Duration.ofMinutes(random.nextInt(3_000)));
        append(
                stream,
                "dossier.corrected",
                instant(),
                "{\"authority\":\"A\",\"corrects\":{\"source\":\"s\",\"id\":\"i\"},\"time\":\"" + at + "\"}",
                decision("\"target\":" + closing.sequence(), "\"rulings\":[" + closed(closing.sequence()) + "]"));
    }

    private void amendedOther(String stream, DossierHistory before) {
        if (before.others().isEmpty()) return;
        OtherEntry entry = before.others().get(random.nextInt(before.others().size()));
        if (random.nextBoolean())
            append(
                    stream,
                    "dossier.voided",
                    instant(),
                    "{\"authority\":\"A\",\"corrects\":{\"source\":\"s\",\"id\":\"i\"}}",
                    decision("\"target\":" + entry.sequence()));
        else
            append(
                    stream,
                    "dossier.corrected",
                    instant(),
                    "{\"authority\":\"A\",\"corrects\":{\"source\":\"s\",\"id\":\"i\"},\"time\":\""
                            + entry.at().plusSeconds(random.nextInt(100_000)) + "\"}",
                    decision("\"target\":" + entry.sequence()));
    }

    /** The receipt, or what closed it. */
    private void voided(String stream, DossierHistory before) {
        ClockEntry target = random.nextBoolean()
                ? before.clock().getFirst()
                : before.closing().orElse(before.clock().getFirst());
        append(
                stream,
                "dossier.voided",
                instant(),
                "{\"authority\":\"A\",\"corrects\":{\"source\":\"s\",\"id\":\"i\"}}",
                decision("\"target\":" + target.sequence()));
    }

    private void other(String stream) {
        Instant at = instant();
        switch (random.nextInt(12)) {
            case 0 -> append(stream, "dossier.components-digitized", at, "{\"components\":3}", "");
            case 1 -> append(stream, "dossier.data-reused", at, "", "");
            case 2 -> append(stream, "dossier.fee-requested", at, "{\"amount\":20000}", "");
            case 3, 4 ->
                append(
                        stream,
                        "dossier.fee-paid",
                        at,
                        "{\"amount\":" + (1 + random.nextInt(1_000_000)) + ",\"method\":\""
                                + (random.nextBoolean() ? "ONLINE" : "COUNTER") + "\",\"transactionId\":\"T1\"}",
                        "");
            case 5 -> append(stream, "dossier.result-issued", at, "{\"electronic\":" + random.nextBoolean() + "}", "");
            case 6 -> append(stream, "dossier.result-digitized", at, "", "");
            case 7 -> append(stream, "dossier.result-returned", at, "{\"channel\":\"POSTAL\"}", "");
            case 8 ->
                append(
                        stream,
                        "dossier.apology-issued",
                        at,
                        "{\"letterNo\":\"1\"" + (random.nextBoolean() ? ",\"promisedAt\":\"" + instant() + "\"" : "")
                                + "}",
                        "");
            case 9 -> append(stream, "dossier.notified", at, "{\"by\":\"SMS\",\"about\":\"RESULT\"}", "");
            case 10 ->
                append(
                        stream,
                        "dossier.satisfaction-rated",
                        at,
                        "{\"satisfied\":" + random.nextBoolean() + ",\"score\":4}",
                        "");
            default ->
                append(
                        stream,
                        "dossier.portal-status-observed",
                        at,
                        "{\"status\":" + (1 + Math.floorMod(at.getEpochSecond(), 10)) + ",\"synced\":"
                                + random.nextBoolean() + "}",
                        "");
        }
    }

    private void append(String stream, String type, Instant at, String data, String decision) {
        var event = log.append(stream, type, at, data, decision);
        dossiers.put(
                stream, dossiers.getOrDefault(stream, DossierHistory.UNKNOWN).with(event));
    }

    private String rulings(List<ClockEntry> clock) {
        List<String> rulings = new ArrayList<>();
        for (ClockEntry entry : clock) {
            String ruling = switch (entry.fact()) {
                case ClockFact.Pause pause -> pause(entry.sequence());
                case ClockFact.Closing closing -> closed(entry.sequence());
                default -> due(entry.sequence());
            };
            rulings.add(entry.brought() ? ruling.replace("}", ",\"pause\":true}") : ruling);
        }
        return "\"rulings\":" + rulings.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String decision(String... members) {
        return "{" + String.join(",", members) + "}";
    }

    private String due(int fact) {
        return "{\"fact\":" + fact + ",\"dueAt\":\"" + instant() + "\"}";
    }

    private String pause(int fact) {
        return "{\"fact\":" + fact + ",\"dueAt\":\"" + instant() + "\",\"counts\":true"
                + (random.nextInt(4) > 0 ? ",\"remaining\":\"" + (random.nextBoolean() ? "PT5H" : "P3D") + "\"" : "")
                + "}";
    }

    private String closed(int fact) {
        String[] timeliness = {"EARLY", "ON_TIME", "LATE"};
        return "{\"fact\":" + fact + ",\"dueAt\":\"" + instant() + "\",\"timeliness\":\""
                + timeliness[random.nextInt(3)] + "\"}";
    }

    /** A lot that is drawn with the instant. */
    private static boolean even(Instant at) {
        return at.getEpochSecond() % 2 == 0;
    }

    /** Mostly anywhere, sometimes at the very beginning of a day. */
    private Instant instant() {
        Instant day = BEGIN.plus(Duration.ofDays(random.nextInt(DAYS)));
        return random.nextInt(10) == 0 ? day : day.plusNanos(random.nextLong(86_400_000_000L) * 1_000);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
