/**
 * Sums of days, in blocks that a question adds up, and their folding out of the journal.
 *
 * <p>The projection folds, the readers of the books add up.
 */
@NullMarked
package hoso.query.books.block;

import org.jspecify.annotations.NullMarked;
