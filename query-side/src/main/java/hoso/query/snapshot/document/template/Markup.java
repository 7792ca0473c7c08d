package hoso.query.snapshot.document.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads, writes and walks through XML. */
final class Markup {

    private Markup() {}

    static Document read(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IllegalStateException("a part of a template is no XML", unreadable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] bytes(Document document) {
        try {
            var factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            document.setXmlStandalone(true);
            var bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException impossible) {
            throw new IllegalStateException("a filled template cannot be written", impossible);
        }
    }

    /** What XML 1.0 can hold of a text, in one line: names come from publishers and may have anything in them. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\t' || point == '\n' || point == '\r') plain.append(' ');
            else if (isAllowed(point)) plain.appendCodePoint(point);
        });
        return plain.toString();
    }

    /** XML 1.0, production 2; a surrogate by itself is none. */
    private static boolean isAllowed(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }

    static boolean is(Node node, String localName) {
        return node instanceof Element && localName.equals(node.getLocalName());
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) children.add(child);
        return children;
    }

    static List<Element> children(Node parent, String localName) {
        return children(parent).stream()
                .filter(child -> is(child, localName))
                .map(Element.class::cast)
                .toList();
    }

    /** All below, in the order of the document. */
    static List<Element> within(Node parent, String localName) {
        List<Element> found = new ArrayList<>();
        for (Node child : children(parent)) {
            if (is(child, localName)) found.add((Element) child);
            found.addAll(within(child, localName));
        }
        return found;
    }

    static String text(Node parent, String localName) {
        var text = new StringBuilder();
        for (Element element : within(parent, localName)) text.append(element.getTextContent());
        return text.toString();
    }

    static void remove(Node node) {
        if (node.getParentNode() != null) node.getParentNode().removeChild(node);
    }
}
