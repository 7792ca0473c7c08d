package hoso.standalone.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A period report as a table of text: columns 3–13 of form II.06 (Thông tư 01/2020/TT-VPCP), a row a group. */
public final class ReportTable {

    /**
     * @param first of two lines of its head
     * @param paths of the figures that are added up
     */
    private record Column(String first, String second, List<String> paths) {
        static Column of(String first, String second, String... paths) {
            return new Column(first, second, List.of(paths));
        }
    }

    private record Part(String head, List<Column> columns) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "Tiếp nhận",
                    List.of(
                            Column.of("Tổng", "số", "/received/total"),
                            Column.of("Trực", "tuyến", "/received/online"),
                            Column.of("Tr.tiếp", "b.chính", "/received/direct", "/received/postal"),
                            Column.of("Kỳ", "trước", "/received/carriedOver"))),
            new Part(
                    "Giải quyết",
                    List.of(
                            Column.of("Tổng", "số", "/resolved/total"),
                            Column.of("Trước", "hạn", "/resolved/early"),
                            Column.of("Đúng", "hạn", "/resolved/onTime"),
                            Column.of("Trễ", "hạn", "/resolved/late"))),
            new Part(
                    "Đang giải quyết",
                    List.of(
                            Column.of("Tổng", "số", "/pending/total"),
                            Column.of("Trong", "hạn", "/pending/notDue"),
                            Column.of("Quá", "hạn", "/pending/overdue"))));

    /** So that eleven columns of a province's figures fit into 120 characters. */
    private static final int NAME_WIDTH_MAX = 32;

    private static final int HEAD_LINES = 3;

    private static final String BETWEEN_PARTS = " │ ";

    private ReportTable() {}

    /** The table, the total in its last row, and below it whether the identities hold. */
    public static String of(JsonNode report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("", columns().map(Column::first)));
        rows.add(row("Đơn vị", columns().map(Column::second)));
        for (JsonNode group : report.get("groups"))
            rows.add(row(group.get("name").asString(), figures(group)));
        rows.add(row("Tổng cộng", figures(report.get("total"))));
        return laidOut(rows) + identities(report);
    }

    private static Stream<Column> columns() {
        return PARTS.stream().flatMap(part -> part.columns().stream());
    }

    private static List<String> row(String name, Stream<String> cells) {
        String shown = name.length() <= NAME_WIDTH_MAX ? name : name.substring(0, NAME_WIDTH_MAX - 1) + "…";
        return Stream.concat(Stream.of(shown), cells).toList();
    }

    private static Stream<String> figures(JsonNode group) {
        return columns()
                .map(column -> thousands(column.paths().stream()
                        .mapToLong(path -> group.at(path).longValue())
                        .sum()));
    }

    /** As Vietnamese reports write them, {@code 92.958}. */
    public static String thousands(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '.');
    }

    private static String laidOut(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows)
            for (int index = 0; index < widths.length; index++)
                widths[index] = Math.max(widths[index], row.get(index).length());
        List<String> lines = new ArrayList<>();
        lines.add(partHeads(widths));
        for (List<String> row : rows) lines.add(line(row, widths));
        String rule = lines.getLast().replaceAll("[^│]", "─").replace('│', '┼');
        lines.add(HEAD_LINES, rule);
        lines.add(lines.size() - 1, rule);
        return String.join("\n", lines) + "\n";
    }

    private static String partHeads(int[] widths) {
        var line = new StringBuilder(" ".repeat(widths[0]));
        int next = 1;
        for (Part part : PARTS) {
            int width = part.columns().size() - 1;
            for (Column _ : part.columns()) width += widths[next++];
            line.append(BETWEEN_PARTS).append(String.format("%-" + width + "s", part.head()));
        }
        return line.toString().stripTrailing();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder(String.format("%-" + widths[0] + "s", row.getFirst()));
        int next = 1;
        for (Part part : PARTS) {
            String between = BETWEEN_PARTS;
            for (Column _ : part.columns()) {
                line.append(between).append(String.format("%" + widths[next] + "s", row.get(next)));
                between = " ";
                next++;
            }
        }
        return line.toString();
    }

    private static String identities(JsonNode report) {
        List<String> broken = new ArrayList<>();
        for (JsonNode identity : report.get("identities"))
            if (!identity.get("holds").booleanValue())
                broken.add(identity.get("id").asString());
        int count = report.get("identities").size();
        return broken.isEmpty()
                ? "Cả " + count + " đẳng thức của báo cáo đều đúng.\n"
                : "Đẳng thức không đúng: " + String.join(", ", broken) + "\n";
    }
}
