package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lines that no house should take: each breaks one thing that the contract names. */
final class Nonsense {
    private final Stage stage;
    private final Chance chance;
    private int sent;

    Nonsense(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    void offer() {
        String subject = chance.from(stage.dossiers);
        if (chance.percent(30)) {
            stage.offer(brokenEnvelope(subject));
        } else if (chance.percent(35)) {
            stage.offer(chance.from(unreadable(subject)));
        } else {
            wrongData(subject);
        }
    }

    private String line(String type, String subject, String time, Map<String, Object> data) {
        return stage.line("urn:test:nonsense", stage.root + "-x" + ++sent, type, subject, time, data);
    }

    private String time() {
        return chance.text(stage.past(chance.told(stage.clock())));
    }

    private static Map<String, Object> notice() {
        return data("by", "SMS", "about", "OTHER");
    }

    private List<String> unreadable(String subject) {
        String right = line("dossier.notified", subject, time(), notice());
        return List.of(
                "{",
                "[]",
                "[" + right + "]",
                "17",
                "không phải JSON",
                right.substring(0, right.length() - 2),
                right + "}",
                right + " 1",
                right.replace("\"SMS\"", "SMS"),
                right.replace("{\"by\"", "{\"by\":\"SMS\",\"by\""),
                right.replace("{\"specversion\"", "{\"specversion\":\"1.0\",\"specversion\""),
                right.replace("\"SMS\"", "\"\\u0000\""),
                right.replace(subject, subject + "\\ud83d"),
                right.replace("\"data\"", "\"note\":\"\\ude00\",\"data\""),
                right.replace("\"data\"", "\"note\":\"" + "x".repeat(70_000) + "\",\"data\""),
                "[".repeat(3_000) + "]".repeat(3_000));
    }

    private String brokenEnvelope(String subject) {
        String id = stage.root + "-x" + ++sent;
        Map<String, Object> envelope =
                stage.envelope("urn:test:nonsense", id, "dossier.notified", subject, time(), notice());
        switch (chance.between(0, 12)) {
            case 0 -> envelope.remove(chance.of("specversion", "id", "source", "type", "subject", "time"));
            case 1 -> envelope.put("specversion", "0.3");
            case 2 -> envelope.put("id", "x".repeat(129));
            case 3 -> envelope.put("source", chance.of("u:" + "x".repeat(255), "không phải URI"));
            case 4 -> envelope.put("subject", chance.of("", "-a", "a/b", "a b", "ă", "x".repeat(65)));
            case 5 ->
                envelope.put(
                        "time",
                        chance.of(
                                "2024-02-30T10:00:00+07:00",
                                "2024-02-03T10:00:00",
                                "2024-02-03",
                                "1980-01-01T00:00:00Z"));
            case 6 -> envelope.put("time", chance.of("2150-01-01T00:00:00Z", "2024-02-03 10:00:00Z", "hôm qua"));
            case 7 -> envelope.put("data", chance.of("SMS", List.of(), 1));
            case 8 -> envelope.put("data_base64", "e30=");
            case 9 -> envelope.put("datacontenttype", "text/plain");
            case 10 -> envelope.put("type", chance.of("hoso.dossier.notified.v2", "hoso.dossier.lost.v1", "notified"));
            case 11 -> envelope.put("time", chance.text(Stage.FAR_AHEAD));
            default -> envelope.remove("data");
        }
        return Stage.json(envelope);
    }

    private void wrongData(String subject) {
        Instant now = stage.past(stage.clock());
        String before = chance.text(now.minus(Duration.ofDays(1)));
        switch (chance.between(0, 11)) {
            case 0 -> dossier(subject, "fee-paid", now, data("nonsense", 1));
            case 1 -> dossier(subject, "notified", now, data("by", "PIGEON", "about", "OTHER"));
            case 2 ->
                dossier(
                        subject,
                        "fee-paid",
                        now,
                        data("amount", chance.of(0L, -1L, 1_000_000_000_001L, 1.5), "method", "ONLINE"));
            case 3 ->
                dossier(
                        subject,
                        "satisfaction-rated",
                        now,
                        data("satisfied", chance.of(true, "true"), "score", chance.of(0, 6)));
            case 4 -> dossier(subject, "portal-status-observed", now, data("status", chance.of(0, 11), "synced", true));
            case 5 -> dossier(subject, "resumed", now, data("since", chance.text(chance.of(now, now.plusSeconds(1)))));
            case 6 ->
                dossier(subject, "apology-issued", now, data("letterNo", "1", "promisedAt", before, "reason", "x"));
            case 7 ->
                dossier(
                        subject,
                        "suspended",
                        now,
                        chance.of(data(), data("reason", "x".repeat(501)), data("reason", 1)));
            case 8 -> correction(subject, now);
            case 9 -> receipt(now, before);
            case 10 -> reference(now);
            default -> nobody(now);
        }
    }

    private void dossier(String subject, String type, Instant time, Map<String, Object> data) {
        stage.offer(line("dossier." + type, subject, chance.text(time), data));
    }

    private void correction(String subject, Instant now) {
        Map<String, Object> named = chance.from(stage.sent).reference();
        Map<String, Object> unnamed = data("source", "urn:test:nonsense");
        dossier(
                subject,
                chance.of("corrected", "voided"),
                now,
                data("corrects", chance.of(named, unnamed, data("x", 1)), "reason", "x", "authority", "x"));
    }

    private void receipt(Instant now, String before) {
        String dueAt = chance.of(before, chance.text(now), chance.text(now.plus(Duration.ofDays(4000))));
        Map<String, Object> stated = data("unit", stage.root, "procedure", "1", "channel", "ONLINE", "dueAt", dueAt);
        Map<String, Object> named = data(
                "unit",
                stage.root,
                "procedure",
                "1",
                "channel",
                "ONLINE",
                "applicantRef",
                chance.of("Nguyễn Văn A", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
        Map<String, Object> walked = data("unit", stage.root, "procedure", "1", "channel", "FOOT");
        dossier(stage.root + "-none", "received", now, chance.of(stated, named, walked));
    }

    private void reference(Instant now) {
        String date = chance.localDate(now);
        Map<String, Object> sameDay = data("kind", "SAME_DAY", "amount", 1);
        Map<String, Object> processing = chance.of(
                sameDay, data("kind", "WORKING_DAYS"), data("kind", "WORKING_DAYS", "amount", chance.of(0, 3651)));
        Map<String, Object> procedure =
                data("name", "x", "field", "x", "onlineLevel", "FULL", "processing", processing, "validFrom", date);
        Map<String, Object> calendar = chance.of(
                data("holidays", List.of("2019-01-01"), "makeUpDays", List.of()),
                data("holidays", List.of(), "makeUpDays", List.of(), "hours", List.of(List.of("08:00", "07:00"))),
                data("holidays", List.of(), "makeUpDays", List.of(), "hours", List.of()),
                data("holidays", List.of("2021-02-29"), "makeUpDays", List.of()));
        Map<String, Object> unit = data("name", "x".repeat(301), "level", "DESK", "validFrom", date);
        switch (chance.between(0, 2)) {
            case 0 -> stage.offer(line("procedure.published", "9.9", chance.text(now), procedure));
            case 1 -> stage.offer(line("calendar.published", "2021", chance.text(now), calendar));
            default -> stage.offer(line("unit.registered", stage.root + ".9", chance.text(now), unit));
        }
    }

    private void nobody(Instant now) {
        switch (chance.between(0, 2)) {
            case 0 -> dossier(stage.root + "-nobody", "notified", now, notice());
            case 1 -> dossier(stage.root + "-nobody", "texts-erased", now, data("authority", "x"));
            default -> stage.offer(line("petition.answered", stage.root + "-nobody", chance.text(now), data()));
        }
    }
}
