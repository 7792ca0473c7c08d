package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;
import static hoso.testkit.world.Sent.maybe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What each fact of a dossier may say. */
final class FactData {
    static final List<String> OTHERS = List.of(
            "components-digitized",
            "data-reused",
            "fee-requested",
            "fee-paid",
            "forwarded",
            "result-issued",
            "result-digitized",
            "result-returned",
            "notified",
            "satisfaction-rated",
            "portal-status-observed");

    private final Stage stage;
    private final Chance chance;

    FactData(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    String reason() {
        return chance.of("thiếu giấy tờ", "cần xác minh thêm", "quá tải", "ghi sai ngày", "") + " lần "
                + chance.between(1, 9);
    }

    String authority() {
        return "QĐ " + chance.between(1, 99) + "/QĐ-UBND";
    }

    String channel() {
        return chance.of("ONLINE", "ONLINE", "DIRECT", "DIRECT", "POSTAL");
    }

    Map<String, Object> receipt(Instant receivedAt) {
        Instant dueAt = chance.told(receivedAt.plus(Duration.ofHours(chance.between(25, 900))));
        return data(
                "unit", chance.percent(2) ? stage.root + ".404" : chance.from(stage.units),
                "procedure", chance.percent(2) ? "9.404404" : chance.from(stage.procedures),
                "channel", channel(),
                "dueAt", maybe(chance.percent(12), chance.text(dueAt)),
                "applicantRef", maybe(chance.percent(70), chance.uuid()));
    }

    Map<String, Object> closing(String type) {
        return switch (type) {
            case "resolved" -> data("outcome", chance.percent(85) ? "APPROVED" : "REJECTED");
            case "withdrawn" -> data("reason", maybe(chance.percent(50), reason()));
            default -> data("reason", reason());
        };
    }

    Map<String, Object> apology(Instant promisedAt) {
        return data(
                "letterNo", chance.between(1, 999) + "/TXL",
                "promisedAt", maybe(chance.percent(85), chance.text(promisedAt)),
                "reason", reason());
    }

    Map<String, Object> other(String type) {
        return switch (type) {
            case "components-digitized", "data-reused" ->
                data("components", maybe(chance.percent(60), chance.between(1, 9)));
            case "fee-requested" -> data("amount", 10_000L * chance.between(1, 50));
            case "fee-paid" ->
                data(
                        "amount", chance.percent(5) ? 1_000_000_000_000L : 10_000L * chance.between(1, 50),
                        "method", chance.of("ONLINE", "ONLINE", "COUNTER"),
                        "transactionId", maybe(chance.percent(50), "tx" + chance.between(1, 99_999)));
            case "forwarded" ->
                data("holder", "CQ-" + chance.between(1, 9), "step", maybe(chance.percent(50), reason()));
            case "result-issued" -> data("electronic", chance.percent(60));
            case "result-digitized" -> data();
            case "result-returned" -> data("channel", channel());
            case "notified" ->
                data(
                        "by", chance.of("SMS", "EMAIL", "APP", "CALL"),
                        "about", chance.of("RESULT", "SUPPLEMENT", "SUSPENSION", "LATENESS", "OTHER"));
            case "satisfaction-rated" ->
                data("satisfied", chance.percent(70), "score", maybe(chance.percent(60), chance.between(1, 5)));
            case "portal-status-observed" ->
                data(
                        "status", chance.between(1, 10),
                        "overdue", maybe(chance.percent(60), chance.percent(20)),
                        "synced", chance.percent(75));
            default -> throw new IllegalArgumentException(type);
        };
    }
}
