package hoso.bench.world;

import java.util.List;

/** The six events of a dossier: what they are is told by its number. */
enum Life {
    /** Asked and paid for online, resolved, the result sent back as a file. */
    ONLINE("received", "components-digitized", "fee-paid", "resolved", "result-issued", "result-returned"),
    /** The office had to ask for more. */
    SUPPLEMENTED(
            "received",
            "components-digitized",
            "supplement-requested",
            "supplement-received",
            "resolved",
            "result-returned"),
    /** Through other agencies, and watched by the national portal. */
    FORWARDED("received", "data-reused", "forwarded", "portal-status-observed", "resolved", "satisfaction-rated"),
    /** Taken back by who asked. */
    WITHDRAWN("received", "fee-requested", "fee-paid", "notified", "withdrawn", "notified"),
    /** Never closed: overdue one day. */
    OPEN(
            "received",
            "components-digitized",
            "portal-status-observed",
            "forwarded",
            "notified",
            "portal-status-observed");

    static final int EVENTS = 6;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> types;

    Life(String... types) {
        this.types = List.of(types);
    }

    static Life of(long dossier) {
        int percent = Chance.below(100, dossier, 1);
        if (percent < 50) return ONLINE;
        if (percent < 70) return SUPPLEMENTED;
        if (percent < 86) return FORWARDED;
        return percent < 96 ? WITHDRAWN : OPEN;
    }

    String type(int nth) {
        return types.get(nth);
    }

    /** The data of one of its events. */
    static String data(String type, long dossier, String unit) {
        return switch (type) {
            case "received" -> received(dossier, unit);
            case "components-digitized", "data-reused" -> "{\"components\":" + (1 + Chance.below(9, dossier, 2)) + "}";
            case "fee-requested" -> "{\"amount\":" + fee(dossier) + "}";
            case "fee-paid" ->
                "{\"amount\":" + fee(dossier) + ",\"method\":\"" + (of(dossier) == ONLINE ? "ONLINE" : "COUNTER")
                        + "\",\"transactionId\":\"PGW-" + Math.abs(Chance.bits(dossier, 3)) + "\"}";
            case "supplement-requested" -> "{\"reason\":\"Thiếu bản vẽ mặt bằng và giấy ủy quyền\"}";
            case "forwarded" -> "{\"holder\":\"B1.S05\",\"step\":\"Thẩm định hồ sơ\"}";
            case "resolved" ->
                "{\"outcome\":\"" + (Chance.below(50, dossier, 4) == 0 ? "REJECTED" : "APPROVED") + "\"}";
            case "result-issued" -> "{\"electronic\":true}";
            case "result-returned" -> "{\"channel\":\"" + (of(dossier) == ONLINE ? "ONLINE" : "POSTAL") + "\"}";
            case "notified" -> "{\"by\":\"SMS\",\"about\":\"RESULT\"}";
            case "satisfaction-rated" -> "{\"satisfied\":" + (Chance.below(20, dossier, 5) != 0) + ",\"score\":5}";
            case "portal-status-observed" -> "{\"status\":4,\"synced\":" + (Chance.below(10, dossier, 6) != 0) + "}";
            default -> "{}";
        };
    }

    private static String received(long dossier, String unit) {
        var text = new StringBuilder(160);
        text.append("{\"unit\":\"").append(unit);
        text.append("\",\"procedure\":\"").append(Procedures.code(Chance.below(300, dossier, 7)));
        text.append("\",\"channel\":\"");
        text.append(of(dossier) == ONLINE ? "ONLINE" : Chance.below(8, dossier, 8) == 0 ? "POSTAL" : "DIRECT");
        text.append("\",\"applicantRef\":\"");
        Line.uuid(text, dossier, 9);
        return text.append("\"}").toString();
    }

    private static int fee(long dossier) {
        return 10_000 * (1 + Chance.below(60, dossier, 10));
    }
}
