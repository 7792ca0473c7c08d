package hoso.query.audit.gap;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The numbers of one day under one prefix that were seen. */
final class NumberedDay {

    private final String prefix;
    private final LocalDate day;
    private final BitSet seen = new BitSet();
    private final SortedSet<Integer> digits = new TreeSet<>();

    NumberedDay(DossierNumber first) {
        this.prefix = first.prefix();
        this.day = first.day();
    }

    void add(DossierNumber number) {
        seen.set(number.number());
        digits.add(number.digits());
    }

    String prefix() {
        return prefix;
    }

    LocalDate day() {
        return day;
    }

    int highest() {
        return seen.length() - 1;
    }

    /** How many below the highest were not seen. */
    int unseen() {
        return highest() - seen.get(1, seen.length()).cardinality();
    }

    /** The lowest of them. */
    IntStream unseen(int max) {
        return IntStream.range(1, highest()).filter(number -> !seen.get(number)).limit(max);
    }

    /** What a number would be called, by each of the forms that the day has. */
    List<String> ids(int number) {
        String series = DossierNumber.series(prefix, day);
        return digits.stream()
                .filter(width -> Integer.toString(number).length() <= width)
                .map(width -> DossierNumber.id(series, number, width))
                .toList();
    }
}
