package hoso.query.books.block;

import hoso.query.books.line.LineKey;
import hoso.query.books.line.LineSink;
import java.util.HashMap;
import java.util.Map;

/** What lines of the journal add to pages and blocks. */
final class FoldedBlocks implements LineSink {

    private static final int ALL_UNITS = 0;

    final Map<BlockId, PageSums> pages = new HashMap<>();
    final Map<BlockId, CellSums> blocks = new HashMap<>();
    private final Map<BlockId, CellSums> blocksOfAll;

    /**
     * @param blocksOfAll those over all units, which are added up across many of these
     */
    FoldedBlocks(Map<BlockId, CellSums> blocksOfAll) {
        this.blocksOfAll = blocksOfAll;
    }

    @Override
    public void line(long key, long micros, long amount) {
        int day = Days.of(micros);
        int unit = LineKey.unit(key);
        for (Span span : Span.values()) {
            pages.computeIfAbsent(new BlockId(span, span.page(day), unit), unseen -> new PageSums())
                    .add(span.part(day), key, amount);
            if (LineKey.procedure(key) == 0) continue;
            block(blocksOfAll, span, day, ALL_UNITS).add(key, amount);
            // the days of one unit alone are read off its lines: kept as blocks they would be as many
            if (span != Span.DAY) block(blocks, span, day, unit).add(key, amount);
        }
    }

    private static CellSums block(Map<BlockId, CellSums> blocks, Span span, int day, int unit) {
        return blocks.computeIfAbsent(new BlockId(span, span.block(day), unit), unseen -> new CellSums());
    }
}
