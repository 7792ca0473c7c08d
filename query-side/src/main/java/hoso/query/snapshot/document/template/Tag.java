package hoso.query.snapshot.document.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between double braces:
 *
 * <pre>
 * {{name}}             the value
 * {{?name}} … {{/name}} only where the value is true, a text, or a number that is not 0; of a list, once for each
 * {{^name}} … {{/name}} only where it is not
 * </pre>
 */
record Tag(Kind kind, String name, int start, int end) {

    enum Kind {
        VALUE,
        IF,
        UNLESS,
        END
    }

    private static final Pattern TAG = Pattern.compile("\\{\\{([?^/]?)([A-Za-z0-9.]+)}}");

    /** The first one at or after a place of a text; null where there is none. */
    static @Nullable Tag after(int place, String text) {
        Matcher matcher = TAG.matcher(text);
        if (!matcher.find(place)) return null;
        Kind kind = switch (matcher.group(1)) {
            case "?" -> Kind.IF;
            case "^" -> Kind.UNLESS;
            case "/" -> Kind.END;
            default -> Kind.VALUE;
        };
        return new Tag(kind, matcher.group(2), matcher.start(), matcher.end());
    }

    boolean opens() {
        return kind == Kind.IF || kind == Kind.UNLESS;
    }

    String closing() {
        return "{{/" + name + "}}";
    }

    /** The scopes that what it encloses is to be filled with: none where it is left out. */
    List<Scope> scopes(Scope scope) {
        Object value = value(scope);
        if (kind == Kind.UNLESS) return isSomething(value) ? List.of() : List.of(scope);
        if (!(value instanceof List<?> list)) return isSomething(value) ? List.of(scope) : List.of();
        return list.stream().map(each -> ((Scope) each).within(scope)).toList();
    }

    /** What the name stands for; null for nothing. */
    @Nullable
    Object value(Scope scope) {
        if (!scope.knows(name)) throw new IllegalStateException("a template names " + name + ", which is unknown");
        return scope.find(name).orElse(null);
    }

    private static boolean isSomething(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean truth -> truth;
            case Long count -> count != 0;
            case BigDecimal rate -> true;
            case List<?> list -> !list.isEmpty();
            case String text -> !text.isBlank();
            default -> throw new IllegalStateException("no value of a template: " + value.getClass());
        };
    }
}
