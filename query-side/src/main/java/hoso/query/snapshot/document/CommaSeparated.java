package hoso.query.snapshot.document;

import hoso.query.report.Grouping;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.content.FrozenReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Form II.06 by every grouping as comma-separated values (RFC 4180), in UTF-8 with the mark by which Excel knows it.
 * Numbers are plain digits: this one is for programs. The last columns of each row say what it was printed from, so that
 * a row that was sorted, filtered or copied elsewhere still does.
 */
public final class CommaSeparated {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /** What it was printed from; {@code provisional} is {@code true} where the period had not ended. */
    private static final String SEAL = "snapshot,position,sha256,provisional";

    /** Where Excel and others would read a formula (OWASP, CSV Injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CommaSeparated() {}

    public static byte[] of(PrintedSnapshot snapshot) {
        FrozenReport report = snapshot.report();
        List<String> rows = new ArrayList<>();
        for (Grouping grouping : Grouping.values())
            for (FrozenGroup group : report.groups(grouping))
                rows.add(row(FrozenReport.name(grouping), group.key(), group.name(), group.figures()));
        rows.add(row("total", report.unit(), report.name(), report.total()));
        String seal = "," + seal(snapshot) + LINE_END;
        String head = "grouping,key,name," + String.join(",", Form.COLUMNS) + "," + SEAL + LINE_END;
        return (BYTE_ORDER_MARK + head + String.join(seal, rows) + seal).getBytes(StandardCharsets.UTF_8);
    }

    private static String seal(PrintedSnapshot snapshot) {
        return String.join(
                ",",
                text(snapshot.id()),
                Long.toString(snapshot.report().position()),
                text(snapshot.sha256()),
                Boolean.toString(snapshot.report().provisional()));
    }

    private static String row(String grouping, String key, String name, FrozenFigures figures) {
        var scope = new FigureScope(figures);
        return grouping + "," + text(key) + "," + text(name) + ","
                + Form.COLUMNS.stream()
                        .map(column -> scope.find(column).map(Object::toString).orElse(""))
                        .collect(Collectors.joining(","));
    }

    /** Quoted; what would be a formula has an apostrophe before it. */
    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
