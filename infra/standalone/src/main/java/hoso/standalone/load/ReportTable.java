package hoso.standalone.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A period report as a table of text: columns 3–13 of form II.06 (Thông tư 01/2020/TT-VPCP), a row a group. */
public final class ReportTable {

    /** @param paths of the figures that are added up */
    private record Column(String head, List<String> paths) {
        static Column of(String head, String... paths) {
            return new Column(head, List.of(paths));
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("Tiếp nhận", "/received/total"),
            Column.of("Trực tuyến", "/received/online"),
            Column.of("T.tiếp, b.chính", "/received/direct", "/received/postal"),
            Column.of("Kỳ trước", "/received/carriedOver"),
            Column.of("Giải quyết", "/resolved/total"),
            Column.of("Trước hạn", "/resolved/early"),
            Column.of("Đúng hạn", "/resolved/onTime"),
            Column.of("Trễ hạn", "/resolved/late"),
            Column.of("Đang g.q.", "/pending/total"),
            Column.of("Trong hạn", "/pending/notDue"),
            Column.of("Quá hạn", "/pending/overdue"));

    private static final int NAME_WIDTH_MAX = 34;

    private ReportTable() {}

    /** The table, the total in its last row, and below it whether the identities hold. */
    public static String of(JsonNode report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Đơn vị", COLUMNS.stream().map(Column::head).toList()));
        for (JsonNode group : report.get("groups"))
            rows.add(row(group.get("name").asString(), figures(group)));
        rows.add(row("Tổng cộng", figures(report.get("total"))));
        return laidOut(rows) + identities(report);
    }

    private static List<String> row(String name, List<String> cells) {
        List<String> row = new ArrayList<>();
        row.add(name.length() <= NAME_WIDTH_MAX ? name : name.substring(0, NAME_WIDTH_MAX - 1) + "…");
        row.addAll(cells);
        return row;
    }

    private static List<String> figures(JsonNode group) {
        return COLUMNS.stream()
                .map(column -> thousands(column.paths().stream()
                        .mapToLong(path -> group.at(path).longValue())
                        .sum()))
                .toList();
    }

    /** As Vietnamese reports write them, {@code 92.958}. */
    private static String thousands(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '.');
    }

    private static String laidOut(List<List<String>> rows) {
        int[] widths = new int[COLUMNS.size() + 1];
        for (List<String> row : rows)
            for (int index = 0; index < widths.length; index++)
                widths[index] = Math.max(widths[index], row.get(index).length());
        var text = new StringBuilder();
        for (int index = 0; index < rows.size(); index++) {
            if (index == 1 || index == rows.size() - 1) text.append(rule(widths));
            text.append(line(rows.get(index), widths));
        }
        return text.toString();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder(String.format("%-" + widths[0] + "s", row.getFirst()));
        for (int index = 1; index < widths.length; index++)
            line.append(String.format("  %" + widths[index] + "s", row.get(index)));
        return line.append('\n').toString();
    }

    private static String rule(int[] widths) {
        int width = -2;
        for (int column : widths) width += column + 2;
        return "─".repeat(width) + "\n";
    }

    private static String identities(JsonNode report) {
        List<String> broken = new ArrayList<>();
        for (JsonNode identity : report.get("identities"))
            if (!identity.get("holds").booleanValue())
                broken.add(identity.get("id").asString());
        int count = report.get("identities").size();
        return broken.isEmpty()
                ? "All " + count + " identities hold.\n"
                : "BROKEN identities: " + String.join(", ", broken) + "\n";
    }
}
