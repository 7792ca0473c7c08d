package hoso.event.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Positions that a store has declared as lost, in the header {@link #HEADER} of each event that it publishes since: so whoever
 * reads any of them knows that no event will ever come there.
 *
 * @param spans in order
 */
public record LostPositions(List<Span> spans) {

    /** There only where something was lost; {@code 11-15,30-30}. */
    public static final String HEADER = "lost";

    /** Of a store that has lost nothing. */
    public static final LostPositions NONE = new LostPositions(List.of());

    /** As many as a store that was restored every year of a century. */
    private static final int SPANS_MAX = 100;

    private static final Pattern FORM = Pattern.compile(
            "[1-9][0-9]{0,17}-[1-9][0-9]{0,17}(,[1-9][0-9]{0,17}-[1-9][0-9]{0,17}){0," + (SPANS_MAX - 1) + "}");

    /** Both ends within. */
    public record Span(long first, long last) {

        public Span {
            if (first < 1 || last < first) throw new IllegalArgumentException("positions " + first + " to " + last);
        }
    }

    public LostPositions {
        spans = List.copyOf(spans);
    }

    /** What the header holds, as a whole. */
    public static Pattern asPattern() {
        return FORM;
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** What the header holds. */
    public byte[] asBytes() {
        return spans.stream()
                .map(span -> span.first() + "-" + span.last())
                .collect(Collectors.joining(","))
                .getBytes(US_ASCII);
    }

    /** Reads it back; none where it is not as we write it. */
    public static LostPositions of(byte @Nullable [] header) {
        if (header == null) return NONE;
        String text = new String(header, US_ASCII);
        if (!FORM.matcher(text).matches()) return NONE;
        List<Span> spans = new ArrayList<>();
        for (String span : text.split(",", -1)) {
            String[] ends = span.split("-", -1);
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[1]);
            if (last < first) return NONE;
            spans.add(new Span(first, last));
        }
        return new LostPositions(spans);
    }
}
