package hoso.query.snapshot.document.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * How high a row must be for its longest text to wrap in it: Excel measures that when it opens a file, others do not.
 *
 * @param widths in characters, by the number of the column
 */
record RowHeights(Map<Integer, Double> widths) {

    /** In points, of one line of the templates' 11-point letters. */
    private static final double LINE = 15;

    /** Letters of Times New Roman are narrower than the digits that widths are counted in; a word that wraps leaves room. */
    private static final double FILLING = 0.95;

    /** In points: Excel has no higher rows. */
    private static final double MAX = 409;

    static RowHeights of(Document sheet) {
        Map<Integer, Double> widths = new TreeMap<>();
        for (Element columns : Markup.within(sheet, "col"))
            for (int column = number(columns, "min"); column <= number(columns, "max"); column++)
                widths.put(column, Double.valueOf(columns.getAttribute("width")));
        return new RowHeights(widths);
    }

    void fit(Element row, List<SheetCell> cells) {
        double lines = 1;
        for (SheetCell cell : cells) {
            double width = widths.getOrDefault(column(cell), Double.MAX_VALUE);
            lines = Math.max(lines, Math.ceil(cell.text().length() / (width * FILLING)));
        }
        if (lines > 1) row.setAttribute("ht", Double.toString(Math.min(MAX, lines * LINE)));
    }

    /** 1 for {@code A}. */
    private static int column(SheetCell cell) {
        return cell.column().chars().reduce(0, (number, letter) -> number * 26 + letter - 'A' + 1);
    }

    private static int number(Element columns, String name) {
        return Integer.parseInt(columns.getAttribute(name));
    }
}
