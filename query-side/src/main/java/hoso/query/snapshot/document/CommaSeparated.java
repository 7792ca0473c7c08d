package hoso.query.snapshot.document;

import hoso.query.report.Grouping;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenGroup;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Form II.06 by every grouping as comma-separated values (RFC 4180), in UTF-8 with the mark by which Excel knows it.
 * Numbers are plain digits: this one is for programs.
 */
public final class CommaSeparated {

    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /** Where Excel and others would read a formula (OWASP, CSV Injection). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CommaSeparated() {}

    public static byte[] of(PrintedSnapshot snapshot) {
        List<String> lines = new ArrayList<>();
        lines.add("grouping,key,name," + String.join(",", Form.COLUMNS));
        for (Grouping grouping : Grouping.values())
            for (FrozenGroup group : snapshot.report().groups(grouping))
                lines.add(line(name(grouping), group.key(), group.name(), group.figures()));
        lines.add(line(
                "total",
                snapshot.report().unit(),
                snapshot.report().name(),
                snapshot.report().total()));
        return (BYTE_ORDER_MARK + String.join(LINE_END, lines) + LINE_END).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String grouping, String key, String name, FrozenFigures figures) {
        var scope = new FigureScope(figures);
        return grouping + "," + text(key) + "," + text(name) + ","
                + Form.COLUMNS.stream()
                        .map(column -> scope.find(column).map(Object::toString).orElse(""))
                        .collect(Collectors.joining(","));
    }

    private static String name(Grouping grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }

    /** Quoted; what would be a formula has an apostrophe before it. */
    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
