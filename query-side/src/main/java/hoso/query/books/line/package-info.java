/**
 * Lines of the ledger as numbers, and the journal that keeps what every event posted.
 *
 * <p>The other packages of the books call it.
 */
@NullMarked
package hoso.query.books.line;

import org.jspecify.annotations.NullMarked;
