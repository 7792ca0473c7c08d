package hoso.query.snapshot.document.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Lets a chart show the rows that its sheet now has, and keeps their values in it, as Excel does. */
final class Charts {

    /** As {@code 'Cơ quan'!$B$5:$B$7} or {@code Sheet!$B$5}: one column, or one cell. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?:'((?:[^']|'')+)'|([^'!]+))!(\\$?([A-Z]+)\\$?\\d+(?::\\$?[A-Z]+\\$?\\d+)?)");

    private Charts() {}

    static void pointTo(Document chart, Map<String, FilledSheet> sheets) {
        for (Element formula : Markup.within(chart, "f")) {
            Matcher reference = REFERENCE.matcher(formula.getTextContent());
            if (!reference.matches())
                throw new IllegalStateException("a chart shows no column: " + formula.getTextContent());
            String name = reference.group(1) == null
                    ? reference.group(2)
                    : reference.group(1).replace("''", "'");
            FilledSheet sheet = Objects.requireNonNull(sheets.get(name), name);
            String range = sheet.range(reference.group(3));
            formula.setTextContent("'" + name.replace("'", "''") + "'!" + range);
            keep((Element) formula.getParentNode(), sheet, reference.group(4), rows(range));
        }
    }

    private static List<Long> rows(String range) {
        List<Long> ends = Pattern.compile("\\d+")
                .matcher(range)
                .results()
                .map(end -> Long.valueOf(end.group()))
                .toList();
        return LongStream.rangeClosed(ends.getFirst(), ends.getLast()).boxed().toList();
    }

    private static void keep(Element reference, FilledSheet sheet, String column, List<Long> rows) {
        boolean numbers = Markup.is(reference, "numRef");
        Markup.children(reference, numbers ? "numCache" : "strCache").forEach(Markup::remove);
        Element cache = append(reference, numbers ? "c:numCache" : "c:strCache");
        if (numbers) append(cache, "c:formatCode").setTextContent("General");
        append(cache, "c:ptCount").setAttribute("val", Integer.toString(rows.size()));
        for (int index = 0; index < rows.size(); index++) {
            String value = sheet.value(column + rows.get(index));
            if (value.isEmpty()) continue;
            Element point = append(cache, "c:pt");
            point.setAttribute("idx", Integer.toString(index));
            append(point, "c:v").setTextContent(value);
        }
    }

    private static Element append(Element parent, String name) {
        Element child = parent.getOwnerDocument()
                .createElementNS("http://schemas.openxmlformats.org/drawingml/2006/chart", name);
        parent.appendChild(child);
        return child;
    }
}
