package hoso.query.snapshot.document.template;

import hoso.query.wording.Vietnamese;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A .docx file with {@link Tag tags} in its sentences. What stands between a paragraph that holds an opening tag alone and
 * the one that closes it is left out or repeated, and so is a row of a table that opens with a tag and ends with its
 * closing.
 */
public final class TextTemplate {

    private TextTemplate() {}

    public static byte[] fill(byte[] file, Scope scope, Properties properties) {
        OfficePackage parts = OfficePackage.read(file);
        for (String part : parts.named("word/(document|header\\d*|footer\\d*)\\.xml"))
            parts.change(part, document -> fill(document, scope));
        parts.change(Properties.PART, properties::put);
        return parts.zipped();
    }

    private static void fill(Document document, Scope scope) {
        Element root = document.getDocumentElement();
        List<Element> bodies = Markup.children(root, "body");
        blocks(bodies.isEmpty() ? root : bodies.getFirst(), scope, Vietnamese::inSentence);
    }

    /** Paragraphs and tables, one below the other. */
    private static void blocks(Node container, Scope scope, Function<@Nullable Object, String> print) {
        List<Node> nodes = Markup.children(container);
        for (int index = 0; index < nodes.size(); index++) {
            Node node = nodes.get(index);
            Tag tag = marker(node);
            if (tag == null) block(node, scope, print);
            else index = part(container, nodes, index, tag, scope, print);
        }
    }

    /** @return the place of the paragraph that closes it */
    private static int part(
            Node container,
            List<Node> nodes,
            int opening,
            Tag tag,
            Scope scope,
            Function<@Nullable Object, String> print) {
        int closing = closing(nodes, opening, tag);
        List<Node> inner = nodes.subList(opening + 1, closing);
        Node after = nodes.get(closing);
        for (Scope each : tag.scopes(scope)) {
            DocumentFragment copy =
                    Objects.requireNonNull(container.getOwnerDocument()).createDocumentFragment();
            inner.forEach(node -> copy.appendChild(node.cloneNode(true)));
            blocks(copy, each, print);
            container.insertBefore(copy, after);
        }
        nodes.subList(opening, closing + 1).forEach(Markup::remove);
        return closing;
    }

    private static int closing(List<Node> nodes, int opening, Tag tag) {
        for (int index = opening + 1; index < nodes.size(); index++)
            if (Markup.text(nodes.get(index), "t").strip().equals(tag.closing())) return index;
        throw new IllegalStateException("no paragraph closes " + tag.name());
    }

    /** The opening tag that a paragraph holds alone. */
    private static @Nullable Tag marker(Node node) {
        if (!Markup.is(node, "p")) return null;
        String text = Markup.text(node, "t").strip();
        Tag tag = Tag.after(0, text);
        return tag != null && tag.opens() && tag.end() == text.length() ? tag : null;
    }

    private static void block(Node node, Scope scope, Function<@Nullable Object, String> print) {
        if (Markup.is(node, "p")) paragraph(node, scope, print);
        else if (Markup.is(node, "tbl")) Markup.children(node, "tr").forEach(row -> row(row, scope));
    }

    private static void row(Element row, Scope scope) {
        List<Element> texts = whole(row);
        Tag tag = texts.isEmpty() ? null : Tag.after(0, texts.getFirst().getTextContent());
        boolean repeated = tag != null
                && tag.opens()
                && tag.start() == 0
                && texts.getLast().getTextContent().endsWith(tag.closing());
        if (!repeated) {
            cells(row, scope);
            return;
        }
        strip(texts, Objects.requireNonNull(tag));
        for (Scope each : tag.scopes(scope)) {
            var copy = (Element) row.cloneNode(true);
            cells(copy, each);
            row.getParentNode().insertBefore(copy, row);
        }
        Markup.remove(row);
    }

    private static void strip(List<Element> texts, Tag tag) {
        Element first = texts.getFirst();
        first.setTextContent(first.getTextContent().substring(tag.end()));
        Element last = texts.getLast();
        String text = last.getTextContent();
        last.setTextContent(text.substring(0, text.length() - tag.closing().length()));
    }

    private static void cells(Element row, Scope scope) {
        for (Element cell : Markup.children(row, "tc")) blocks(cell, scope, Vietnamese::inTable);
    }

    private static void paragraph(Node paragraph, Scope scope, Function<@Nullable Object, String> print) {
        for (Element text : whole(paragraph)) {
            String template = text.getTextContent();
            if (!Wording.mayHaveTags(template)) continue;
            text.setTextContent(Markup.plain(Wording.fill(template, scope, print)));
            text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
        }
    }

    /** The texts below, those of a tag that Word has cut joined into the first of them. */
    private static List<Element> whole(Node parent) {
        List<Element> texts = new ArrayList<>();
        for (Element paragraph : Markup.is(parent, "p") ? List.of((Element) parent) : Markup.within(parent, "p")) {
            Element open = null;
            for (Element text : Markup.within(paragraph, "t")) {
                if (open == null) {
                    texts.add(text);
                    open = text;
                } else {
                    open.setTextContent(open.getTextContent() + text.getTextContent());
                    text.setTextContent("");
                }
                if (Wording.isWhole(open.getTextContent())) open = null;
            }
        }
        return texts;
    }
}
