package hoso.query.snapshot.document.template;

import hoso.query.wording.Vietnamese;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A sheet after its rows were filled: where the template's rows went, and what stands in each cell now. */
final class FilledSheet {

    private final SharedTexts texts;
    private final RowHeights heights;
    private final MovedRows moved = new MovedRows();
    private final Map<String, String> values = new HashMap<>();

    private FilledSheet(SharedTexts texts, RowHeights heights) {
        this.texts = texts;
        this.heights = heights;
    }

    static FilledSheet fill(Document sheet, SharedTexts texts, Scope scope) {
        var filled = new FilledSheet(texts, RowHeights.of(sheet));
        for (Element data : Markup.within(sheet, "sheetData"))
            Markup.children(data, "row").forEach(row -> filled.row(row, scope));
        for (Element merged : Markup.within(sheet, "mergeCell"))
            merged.setAttribute("ref", filled.moved.range(merged.getAttribute("ref")));
        for (String place : List.of("oddHeader", "oddFooter"))
            Markup.within(sheet, place).forEach(text -> margin(text, scope));
        Markup.within(sheet, "dimension").forEach(Markup::remove);
        return filled;
    }

    /** Moves what is drawn below rows that were repeated; an anchor counts rows from 0. */
    void move(Document drawing) {
        for (String kind : List.of("twoCellAnchor", "oneCellAnchor"))
            for (Element anchor : Markup.within(drawing, kind)) {
                long by = 0;
                for (Element row : Markup.within(anchor, "row")) {
                    int place = Integer.parseInt(row.getTextContent());
                    if (Markup.is(row.getParentNode(), "from")) by = moved.begin(place + 1) - (place + 1);
                    row.setTextContent(Long.toString(place + by));
                }
            }
    }

    /** Where a range of the template lies now, as {@code $B$5:$B$5}. */
    String range(String range) {
        return moved.range(range);
    }

    /** What stands in a cell, as {@code B5}; empty where nothing does. */
    String value(String cell) {
        return values.getOrDefault(cell, "");
    }

    private void row(Element row, Scope scope) {
        List<SheetCell> cells = cells(row);
        int from = Integer.parseInt(row.getAttribute("r"));
        String first = cells.isEmpty() ? "" : cells.getFirst().text();
        Tag tag = Tag.after(0, first);
        boolean repeated = tag != null
                && tag.opens()
                && tag.start() == 0
                && cells.getLast().text().endsWith(tag.closing());
        if (tag == null || !repeated) {
            filled(row, moved.one(from), scope, "", "");
            return;
        }
        long place = moved.begin(from);
        for (Scope each : tag.scopes(scope)) {
            var copy = (Element) row.cloneNode(true);
            row.getParentNode().insertBefore(copy, row);
            filled(copy, place++, each, first.substring(0, tag.end()), tag.closing());
            heights.fit(copy, cells(copy));
        }
        moved.end(from, place);
        Markup.remove(row);
    }

    /**
     * @param opening what is cut off from the first cell
     * @param closing what is cut off from the last
     */
    private void filled(Element row, long place, Scope scope, String opening, String closing) {
        row.setAttribute("r", Long.toString(place));
        List<SheetCell> cells = cells(row);
        for (int index = 0; index < cells.size(); index++) {
            SheetCell cell = cells.get(index);
            cell.place(place);
            String text = cell.text();
            if (index == 0) text = text.substring(opening.length());
            if (index == cells.size() - 1) text = text.substring(0, text.length() - closing.length());
            if (Wording.mayHaveTags(cell.text())) cell.fill(text, scope);
            values.put(cell.column() + place, cell.text());
        }
    }

    private List<SheetCell> cells(Element row) {
        return Markup.children(row, "c").stream()
                .map(cell -> new SheetCell(cell, texts))
                .toList();
    }

    /** A header or footer, where {@code &} begins a command. */
    private static void margin(Element text, Scope scope) {
        text.setTextContent(Wording.fill(
                text.getTextContent(),
                scope,
                value -> Markup.plain(Vietnamese.inTable(value)).replace("&", "&&")));
    }
}
