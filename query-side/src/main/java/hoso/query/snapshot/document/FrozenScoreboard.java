package hoso.query.snapshot.document;

import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.document.template.Scope;
import hoso.query.wording.Vietnamese;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The scoreboard of Quyết định 766/QĐ-TTg as it was frozen, by name. */
record FrozenScoreboard(JsonNode board) {

    /** Of each group. */
    static final List<String> GROUP =
            List.of("board.name", "board.max", "board.local", "board.portal", "board.unscored");

    /** Of each criterion. */
    static final List<String> CRITERION = List.of(
            "criterion.group",
            "criterion.name",
            "criterion.max",
            "criterion.rate",
            "criterion.local",
            "criterion.portal",
            "criterion.note");

    static FrozenScoreboard of(FrozenReport report) {
        return new FrozenScoreboard(report.content().path("scoreboard"));
    }

    /** {@code 48,59/70}: points, of how many that can be computed. */
    String points(String rule) {
        return points(board.path(rule));
    }

    private static String points(JsonNode points) {
        if (points.path("computable").intValue() == 0) return "không có dữ liệu";
        return Vietnamese.points(points.path("points").decimalValue()) + "/"
                + points.path("computable").intValue() + " điểm";
    }

    List<Scope> groups() {
        List<Scope> groups = new ArrayList<>();
        for (JsonNode group : board.path("groups"))
            groups.add(Scope.of(Map.of(
                    "board.name", group.path("vi").stringValue(),
                    "board.max", group.path("max").longValue(),
                    "board.local", points(group.path("local")),
                    "board.portal", points(group.path("portal")),
                    "board.unscored", unscored(group))));
        return groups;
    }

    /** The criteria without points, each with a note that says why. */
    private static List<Scope> unscored(JsonNode group) {
        return criteria(group).stream()
                .filter(criterion -> criterion.find("criterion.note").isPresent())
                .toList();
    }

    List<Scope> criteria() {
        List<Scope> criteria = new ArrayList<>();
        for (JsonNode group : board.path("groups")) criteria.addAll(criteria(group));
        return criteria;
    }

    private static List<Scope> criteria(JsonNode group) {
        List<Scope> criteria = new ArrayList<>();
        for (JsonNode line : group.path("criteria"))
            criteria.add(criterion(group.path("vi").stringValue(), line));
        return criteria;
    }

    /** By the portal's rule where that differs, else by the local one. */
    private static Scope criterion(String group, JsonNode line) {
        JsonNode local = line.path("local");
        JsonNode portal = line.path("portal").isObject() ? line.path("portal") : local;
        Map<String, Object> values = new HashMap<>(Map.of(
                "criterion.group", group,
                "criterion.name", line.path("vi").stringValue(),
                "criterion.max", line.path("max").longValue()));
        if (line.path("note").isString())
            values.put("criterion.note", line.path("note").stringValue());
        put(values, "criterion.rate", local.path("rate"));
        put(values, "criterion.local", local.path("points"));
        put(values, "criterion.portal", portal.path("points"));
        return Scope.of(CRITERION, values);
    }

    private static void put(Map<String, Object> values, String name, JsonNode number) {
        if (number.isNumber()) values.put(name, number.decimalValue());
    }
}
