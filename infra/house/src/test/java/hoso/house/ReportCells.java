package hoso.house;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The whole numbers of a report, or of one of its groups, by their paths; names and rates are none. */
final class ReportCells {

    private ReportCells() {}

    static SortedMap<String, Long> of(JsonNode node) {
        SortedMap<String, Long> cells = new TreeMap<>();
        for (String part : List.of("received", "resolved", "pending", "tags", "amounts", "petitions"))
            if (node.has(part)) collect(part, node.get(part), cells);
        return cells;
    }

    private static void collect(String path, JsonNode node, SortedMap<String, Long> cells) {
        if (node.isNumber()) cells.put(path, node.longValue());
        else node.properties().forEach(member -> collect(path + "." + member.getKey(), member.getValue(), cells));
    }
}
