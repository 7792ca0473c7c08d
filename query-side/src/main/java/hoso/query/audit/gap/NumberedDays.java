package hoso.query.audit.gap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers days that miss numbers, in the order of their series, from dossiers in the order of their ids.
 *
 * <p>The ids of a series stand together, but for prefixes that end as a series does: those of {@code H20-240227-240301} lie
 * among those of {@code H20-240227}. So days are complete when the last id has passed that begins with the same first six digits.
 */
final class NumberedDays {

    private static final Pattern BEGINNING = Pattern.compile("(.+?-\\d{6}-).*");

    private final String after;
    private final int max;
    private final Map<String, NumberedDay> unseen = new LinkedHashMap<>();
    private final NavigableMap<String, NumberedDay> incomplete = new TreeMap<>();
    private String beginning = "";
    private @Nullable String last;
    private boolean more;

    /**
     * @param after only series that come after it
     * @param max enough: once there are so many, no other dossier is needed
     */
    NumberedDays(String after, int max) {
        this.after = after;
        this.max = max;
    }

    /** Whether to go on. */
    boolean add(String id, DossierNumber number) {
        if (incomplete.isEmpty() || !id.startsWith(beginning)) {
            complete();
            more = unseen.size() >= max;
            if (more) return false;
            beginning = BEGINNING.matcher(id).replaceFirst("$1");
        }
        if (number.series().compareTo(after) > 0)
            incomplete
                    .computeIfAbsent(number.series(), series -> new NumberedDay(number))
                    .add(number);
        return true;
    }

    /** No other dossier comes. */
    NumberedDays ended() {
        complete();
        return this;
    }

    private void complete() {
        incomplete.forEach((series, day) -> {
            if (day.unseen() > 0) unseen.put(series, day);
            last = series;
        });
        incomplete.clear();
    }

    /** By series, those that miss a number below their highest. */
    Map<String, NumberedDay> unseen() {
        return unseen;
    }

    /** Whether others may come after them. */
    boolean more() {
        return more;
    }

    /** The last series that was gathered, where there are more. */
    String last() {
        if (last == null) throw new IllegalStateException("there was none");
        return last;
    }
}
