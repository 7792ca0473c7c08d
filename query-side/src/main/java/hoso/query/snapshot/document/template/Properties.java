package hoso.query.snapshot.document.template;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a file says of itself: its title and when it came to be, and nothing of whoever edited the template. */
public record Properties(String title, Instant created) {

    static final String PART = "docProps/core.xml";

    private static final String CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    void put(Document document) {
        Element root = document.getDocumentElement();
        Markup.children(root).forEach(Markup::remove);
        add(root, DUBLIN_CORE, "dc:title", Markup.plain(title));
        add(root, DUBLIN_CORE, "dc:creator", "Hoso");
        add(root, CORE, "cp:lastModifiedBy", "Hoso");
        String time = created.truncatedTo(ChronoUnit.SECONDS).toString();
        for (String name : new String[] {"dcterms:created", "dcterms:modified"})
            add(root, TERMS, name, time).setAttributeNS(INSTANCE, "xsi:type", "dcterms:W3CDTF");
    }

    private static Element add(Element root, String namespace, String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(namespace, name);
        element.setTextContent(text);
        root.appendChild(element);
        return element;
    }
}
