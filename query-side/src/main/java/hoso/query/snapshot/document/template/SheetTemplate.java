package hoso.query.snapshot.document.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A .xlsx file with {@link Tag tags} in its cells. A row that opens with a tag and ends with its closing is left out or
 * repeated, and what lies below it moves; charts and merged cells go with the rows, as they do when rows are inserted by
 * hand. A cell of one tag alone that stands for a number becomes a number.
 */
public final class SheetTemplate {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final String SHARED_TEXTS = "xl/sharedStrings.xml";

    private final OfficePackage parts;
    private final Map<String, FilledSheet> sheets = new LinkedHashMap<>();

    private SheetTemplate(OfficePackage parts) {
        this.parts = parts;
    }

    public static byte[] fill(byte[] file, Scope scope, Properties properties) {
        var template = new SheetTemplate(OfficePackage.read(file));
        template.sheets(scope);
        template.charts();
        template.parts.change(Properties.PART, properties::put);
        return template.parts.zipped();
    }

    private void sheets(Scope scope) {
        SharedTexts texts = SharedTexts.of(parts.read(SHARED_TEXTS));
        Map<String, String> targets = targets();
        for (Element sheet : Markup.within(parts.read("xl/workbook.xml"), "sheet")) {
            String part = "xl/" + targets.get(sheet.getAttributeNS(RELATIONSHIPS, "id"));
            Document document = parts.read(part);
            FilledSheet filled = FilledSheet.fill(document, texts, scope);
            sheets.put(sheet.getAttribute("name"), filled);
            parts.put(part, document);
            drawings(part).forEach(drawing -> parts.change(drawing, filled::move));
        }
        parts.change(SHARED_TEXTS, SharedTexts::forgetTags);
    }

    /** The parts of the workbook by the ids of their relationships. */
    private Map<String, String> targets() {
        Map<String, String> targets = new LinkedHashMap<>();
        for (Element relationship : relationships("xl/_rels/workbook.xml.rels"))
            targets.put(
                    relationship.getAttribute("Id"),
                    relationship.getAttribute("Target").replaceFirst("^/xl/", ""));
        return targets;
    }

    /** What is drawn on a sheet, as {@code xl/drawings/drawing1.xml}. */
    private List<String> drawings(String sheet) {
        return relationships(sheet.replaceFirst("([^/]+)$", "_rels/$1.rels")).stream()
                .map(relationship -> relationship.getAttribute("Target"))
                .filter(target -> target.contains("drawings/drawing"))
                .map(target -> target.replaceFirst("^(\\.\\./|/xl/)", "xl/"))
                .toList();
    }

    private List<Element> relationships(String part) {
        return parts.named(Pattern.quote(part)).stream()
                .flatMap(name -> Markup.within(parts.read(name), "Relationship").stream())
                .toList();
    }

    private void charts() {
        for (String part : parts.named("xl/charts/chart\\d+\\.xml"))
            parts.change(part, chart -> Charts.pointTo(chart, sheets));
    }
}
