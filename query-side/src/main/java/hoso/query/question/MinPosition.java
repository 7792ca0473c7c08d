package hoso.query.question;

import hoso.edge.Parameters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position that the read side must have reached before it answers.
 *
 * @param origin whose position it is; null where there is one store alone
 * @param position 0 where nothing need be waited for
 */
public record MinPosition(@Nullable String origin, long position) {

    static final MinPosition NONE = new MinPosition(null, 0);

    /** A number, or {@code origin:number}. */
    private static final Pattern FORM = Pattern.compile("(?:([^:]+):)?([0-9]{1,18})");

    static MinPosition read(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches() || (parts.group(1) != null && !Parameters.isCode(parts.group(1))))
            throw Parameters.malformed("minPosition is no position: " + Parameters.shortened(text));
        return new MinPosition(parts.group(1), Long.parseLong(parts.group(2)));
    }
}
