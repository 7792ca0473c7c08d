package hoso.query.snapshot.document.template;

import java.util.TreeMap;
import java.util.regex.Pattern;

/** Where the rows of a template went when some of them were repeated or left out. */
final class MovedRows {

    private static final Pattern CELL = Pattern.compile("(\\$?[A-Z]+\\$?)(\\d+)");

    /**
     * @param first where its first copy stands
     * @param next where the row after its last copy stands
     */
    private record Place(long first, long next) {}

    private final TreeMap<Integer, Place> places = new TreeMap<>();

    /** Where a row goes that stays one. */
    long one(int row) {
        long place = begin(row);
        end(row, place + 1);
        return place;
    }

    /** Where the first copy of a row goes. */
    long begin(int row) {
        var before = places.lowerEntry(row);
        return before == null ? row : before.getValue().next() + (row - before.getKey() - 1);
    }

    /** Says where the row after its last copy goes. */
    void end(int row, long next) {
        places.put(row, new Place(begin(row), next));
    }

    /** A cell or a range of the template, as {@code $B$5}, from its first row to the last copy of its last. */
    String range(String range) {
        int colon = range.indexOf(':');
        String first = moved(colon < 0 ? range : range.substring(0, colon), false);
        String last = moved(range.substring(colon + 1), true);
        return colon < 0 && first.equals(last) ? first : first + ":" + last;
    }

    private String moved(String cell, boolean last) {
        var parts = CELL.matcher(cell);
        if (!parts.matches()) throw new IllegalStateException("no cell of a template: " + cell);
        int row = Integer.parseInt(parts.group(2));
        Place place = places.getOrDefault(row, new Place(begin(row), begin(row) + 1));
        return parts.group(1) + (last ? Math.max(place.first(), place.next() - 1) : place.first());
    }
}
