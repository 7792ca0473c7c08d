package hoso.query.snapshot.document.template;

import hoso.query.wording.Vietnamese;
import java.util.Objects;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A cell of a sheet. */
record SheetCell(Element element, SharedTexts texts) {

    /** What it shows, as it is kept. */
    String text() {
        return switch (element.getAttribute("t")) {
            case "s" -> texts.text(Integer.parseInt(Markup.text(element, "v")));
            case "inlineStr" -> Markup.text(element, "t");
            default -> Markup.text(element, "v");
        };
    }

    /** As {@code B}, of {@code B12}. */
    String column() {
        return element.getAttribute("r").replaceAll("\\d", "");
    }

    void place(long row) {
        element.setAttribute("r", column() + row);
    }

    /** Fills it with what a text of the template comes to. */
    void fill(String template, Scope scope) {
        Tag tag = Tag.after(0, template);
        boolean alone =
                tag != null && tag.kind() == Tag.Kind.VALUE && tag.start() == 0 && tag.end() == template.length();
        if (!alone) {
            put(Wording.fill(template, scope, Vietnamese::inTable));
            return;
        }
        switch (Objects.requireNonNull(tag).value(scope)) {
            case null -> clear();
            case Number number -> number(number);
            case Object other -> put(other.toString());
        }
    }

    private void number(Number number) {
        clear();
        append(element, "v").setTextContent(number.toString());
    }

    /** As a text within the cell, which no program takes for a formula, whatever it begins with. */
    private void put(String text) {
        clear();
        element.setAttribute("t", "inlineStr");
        Element content = append(append(element, "is"), "t");
        content.setTextContent(Markup.plain(text));
        content.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    private void clear() {
        element.removeAttribute("t");
        Markup.children(element).forEach(Markup::remove);
    }

    private static Element append(Node parent, String name) {
        Element child =
                Objects.requireNonNull(parent.getOwnerDocument()).createElementNS(parent.getNamespaceURI(), name);
        parent.appendChild(child);
        return child;
    }
}
