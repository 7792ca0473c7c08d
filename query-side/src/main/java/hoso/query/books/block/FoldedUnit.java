package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.line.LineSink;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What lines of one unit add to its pages and blocks. Each line is added to the shortest span alone; the longer ones are
 * sums of the shorter.
 */
final class FoldedUnit implements LineSink {

    final Map<Span, ByIndex<PageSums>> pages = new EnumMap<>(Span.class);

    /** From {@link Span#EIGHT} on: the days of one unit are read off its lines, and kept as blocks would be as many. */
    final Map<Span, ByIndex<CellSums>> blocks = new EnumMap<>(Span.class);

    private final ByIndex<PageSums> pagesOfDays;
    private final ByIndex<CellSums> blocksOfEight;
    private final ByIndex<CellSums> daysOfAll;

    /**
     * @param daysOfAll blocks of a day over all units, which are added up across many of these
     * @param cleared gives sums that are 0
     */
    FoldedUnit(ByIndex<CellSums> daysOfAll, Supplier<CellSums> cleared) {
        this.daysOfAll = daysOfAll;
        for (Span span : Span.values()) {
            pages.put(span, new ByIndex<>(unseen -> new PageSums()));
            if (span != Span.DAY) blocks.put(span, new ByIndex<>(unseen -> cleared.get()));
        }
        this.pagesOfDays = ofSpan(pages, Span.DAY);
        this.blocksOfEight = ofSpan(blocks, Span.EIGHT);
    }

    @Override
    public void line(long key, long micros, long amount) {
        int day = Days.of(micros);
        pagesOfDays.at(Span.DAY.page(day)).add(Span.DAY.part(day), key, amount);
        if (LineKey.procedure(key) == 0) return;
        blocksOfEight.at(Span.EIGHT.block(day)).add(key, amount);
        daysOfAll.at(day).add(key, amount);
    }

    /** After the last line. A page is as long as one block of the next span, and has its index. */
    void addUp() {
        for (Span span : Span.values())
            if (!span.isLongest()) {
                ByIndex<PageSums> longer = ofSpan(pages, span.next());
                ofSpan(pages, span)
                        .each((page, sums) ->
                                longer.at(Math.floorDiv(page, Span.PARTS)).add(Math.floorMod(page, Span.PARTS), sums));
            }
        addUp(Span.EIGHT, blocks);
    }

    /** Adds up blocks from a span to the longest. */
    static void addUp(Span from, Map<Span, ByIndex<CellSums>> blocks) {
        for (Span span = from; !span.isLongest(); span = span.next()) {
            ByIndex<CellSums> longer = ofSpan(blocks, span.next());
            ofSpan(blocks, span)
                    .each((block, sums) ->
                            longer.at(Math.floorDiv(block, Span.PARTS)).add(sums));
        }
    }

    private static <T> ByIndex<T> ofSpan(Map<Span, ByIndex<T>> sums, Span span) {
        return Objects.requireNonNull(sums.get(span));
    }
}
