package hoso.query.snapshot.document;

import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.FrozenTown;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report whose units are named as no office is. */
final class WildNames {

    static final List<String> NAMES = List.of(
            "=HYPERLINK(\"http://example.org\";\"Sở\")",
            "<b>Sở</b> & \"Phòng\" ]]> {{received.total}}",
            "🏛️ Sở\u0001 Một\uFFFE\uD800\r\nHai\tBa",
            "@SUM(1+1)*cmd|' /C calc'!A0, " + "rất dài ".repeat(35).strip());

    private static final JsonMapper JSON = new JsonMapper();

    private WildNames() {}

    static FrozenReport report() {
        JsonNode content = JSON.readTree(FrozenTown.bytes(
                PrintedTown.busy(7), PrintedTown.MARCH, SnapshotKind.MONTH, Instant.parse("2026-11-20T00:00:00Z")));
        ArrayNode groups = (ArrayNode) content.path("report").path("groups");
        for (int index = 0; index < groups.size(); index++)
            ((ObjectNode) groups.get(index)).put("name", NAMES.get(index % NAMES.size()));
        return FrozenReport.read(JSON.writeValueAsBytes(content));
    }

    /** What XML can hold of it, in one line. */
    static String readable(String name) {
        return name.replaceAll("[\r\n\t]", " ").replaceAll("[\\u0001\\uFFFE\\uFFFF]|\\p{Cs}", "");
    }
}
