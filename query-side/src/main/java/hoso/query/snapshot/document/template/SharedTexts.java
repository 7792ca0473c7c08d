package hoso.query.snapshot.document.template;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The texts that the cells of a workbook refer to by number. */
record SharedTexts(List<String> texts) {

    static SharedTexts of(Document sharedStrings) {
        return new SharedTexts(Markup.children(sharedStrings.getDocumentElement(), "si").stream()
                .map(item -> Markup.text(item, "t"))
                .toList());
    }

    /** Cells that were filled no longer refer to them. */
    static void forgetTags(Document sharedStrings) {
        for (Element item : Markup.children(sharedStrings.getDocumentElement(), "si"))
            if (Wording.mayHaveTags(Markup.text(item, "t")))
                Markup.within(item, "t").forEach(text -> text.setTextContent(""));
    }

    String text(int number) {
        return texts.get(number);
    }
}
