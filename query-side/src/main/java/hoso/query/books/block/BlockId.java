package hoso.query.books.block;

/**
 * A block or page of a unit.
 *
 * @param index of the block or of the page, counted from 1970-01-01
 * @param unit its number; 0 where all units are summed
 */
record BlockId(Span span, int index, int unit) {}
