package hoso.query.snapshot.document.template;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills one text of a template. */
final class Wording {

    /** Between the parts of a sentence that tells of each of a list. */
    private static final String SEPARATOR = "; ";

    private Wording() {}

    static boolean mayHaveTags(String text) {
        return text.contains("{{");
    }

    /** Whether each brace and each part that was opened is closed again; Word cuts texts where it likes. */
    static boolean isWhole(String text) {
        int open = 0;
        int place = 0;
        for (Tag tag = Tag.after(0, text); tag != null; tag = Tag.after(tag.end(), text)) {
            if (tag.opens()) open++;
            if (tag.kind() == Tag.Kind.END) open--;
            place = tag.end();
        }
        String rest = text.substring(place);
        return open <= 0 && !rest.contains("{{") && !rest.endsWith("{");
    }

    /**
     * @param print how a value is written; asked with null for a name that stands for nothing
     */
    static String fill(String text, Scope scope, Function<@Nullable Object, String> print) {
        var filled = new StringBuilder();
        int place = 0;
        for (Tag tag = Tag.after(0, text); tag != null; tag = Tag.after(place, text)) {
            filled.append(text, place, tag.start());
            place = tag.end();
            if (tag.opens()) {
                int end = text.indexOf(tag.closing(), place);
                if (end < 0) throw new IllegalStateException("nothing closes " + tag.name() + " in: " + text);
                filled.append(each(text.substring(place, end), tag.scopes(scope), print));
                place = end + tag.closing().length();
            } else if (tag.kind() == Tag.Kind.VALUE) {
                filled.append(print.apply(tag.value(scope)));
            } else {
                throw new IllegalStateException("nothing opens " + tag.name() + " in: " + text);
            }
        }
        return filled.append(text, place, text.length()).toString();
    }

    private static String each(String part, List<Scope> scopes, Function<@Nullable Object, String> print) {
        return scopes.stream().map(scope -> fill(part, scope, print)).collect(Collectors.joining(SEPARATOR));
    }
}
