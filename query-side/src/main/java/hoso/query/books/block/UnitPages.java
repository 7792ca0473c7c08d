package hoso.query.books.block;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Adds up pages: the sums of units before the beginning of days. */
public final class UnitPages {

    /** How many sums one unit has: by channel, then measure. */
    public static final int WIDTH = PageSums.WIDTH;

    /** Gives the sums that those of a unit are to be added to. */
    public interface Sums {

        /** For each day asked about, sums by channel, then measure. */
        long[][] of(int unit);
    }

    private static final Span[] SPANS = Span.values();

    private record Page(Span span, int index) {}

    private UnitPages() {}

    public static void read(Connection connection, Folded folded, int[] units, int[] days, Sums sums)
            throws SQLException {
        for (Folded.Source source : folded.sources("unit_page", "segment_page"))
            read(connection, source, units, days, sums);
    }

    private static void read(Connection connection, Folded.Source source, int[] units, int[] days, Sums sums)
            throws SQLException {
        Page[] pages = pages(days);
        String sql = "SELECT span, page, unit, sums FROM unnest(?::smallint[], ?::integer[]) AS wanted (span, page)"
                + " JOIN " + source.table() + " USING (span, page) WHERE unit = ANY (?)" + source.condition();
        try (var query = connection.prepareStatement(sql)) {
            query.setObject(1, spans(pages));
            query.setObject(2, indexes(pages));
            query.setObject(3, units);
            source.set(query, 4);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    long[][] ofUnit = sums.of(rows.getInt(3));
                    byte[] packed = rows.getBytes(4);
                    for (int cut = 0; cut < days.length; cut++) {
                        int parts = SPANS[rows.getInt(1)].partsBefore(days[cut], rows.getInt(2));
                        if (parts > 0) PageSums.addBefore(packed, parts, source.sign(), ofUnit[cut]);
                    }
                }
            }
        }
    }

    /** Only pages of which some part lies before some of the days; of the longest span all before the last. */
    private static Page[] pages(int[] days) {
        Set<Page> pages = new TreeSet<>((one, other) -> one.span() != other.span()
                ? one.span().compareTo(other.span())
                : Integer.compare(one.index(), other.index()));
        for (int day : days)
            for (Span span : Span.values()) {
                int own = span.page(day);
                int first = span.isLongest() ? Math.min(own, 0) : own;
                for (int page = first; page <= own; page++)
                    if (span.partsBefore(day, page) > 0) pages.add(new Page(span, page));
            }
        return pages.toArray(Page[]::new);
    }

    private static int[] spans(Page[] pages) {
        var spans = new int[pages.length];
        for (int index = 0; index < pages.length; index++)
            spans[index] = pages[index].span().ordinal();
        return spans;
    }

    private static int[] indexes(Page[] pages) {
        var indexes = new int[pages.length];
        for (int index = 0; index < pages.length; index++) indexes[index] = pages[index].index();
        return indexes;
    }
}
