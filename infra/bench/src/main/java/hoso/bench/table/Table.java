package hoso.bench.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows in Markdown, their columns one below the other. */
public final class Table {

    private static final List<String> HEAD = List.of("row", "floor", "aim", "reached", "of floor", "met", "beside it");

    /** Columns of numbers, which end at the right. */
    private static final int NUMBERS_FROM = 1;

    private static final int NUMBERS_TO = 4;

    private final List<Row> rows = new ArrayList<>();

    public void add(Row row) {
        rows.add(row);
    }

    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines)
            for (int column = 0; column < widths.length; column++)
                widths[column] = Math.max(widths[column], line.get(column).length());
        var text = new StringBuilder(laidOut(HEAD, widths)).append(rule(widths));
        lines.stream().skip(1).forEach(line -> text.append(laidOut(line, widths)));
        return text.toString();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.name(),
                row.measure().show(row.floor()),
                row.measure().show(row.aim()),
                row.measure().show(row.reached()),
                String.format(Locale.ROOT, "%.2f", row.ratio()),
                row.ratio() >= 1 ? "yes" : "NO",
                row.note());
    }

    private static String laidOut(List<String> cells, int[] widths) {
        var line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            String align = isNumber(column) ? "" : "-";
            line.append(String.format(" %" + align + Math.max(1, widths[column]) + "s |", cells.get(column)));
        }
        return line.append('\n').toString();
    }

    private static String rule(int[] widths) {
        var line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++)
            line.append(
                    isNumber(column) ? "-".repeat(widths[column] + 1) + ":|" : "-".repeat(widths[column] + 2) + "|");
        return line.append('\n').toString();
    }

    private static boolean isNumber(int column) {
        return column >= NUMBERS_FROM && column <= NUMBERS_TO;
    }
}
