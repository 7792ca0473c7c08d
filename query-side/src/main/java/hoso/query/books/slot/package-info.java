/**
 * The two slots that books are kept in, where each of them stands, and the numbers it has for codes.
 *
 * <p>The other packages of the books call it.
 */
@NullMarked
package hoso.query.books.slot;

import org.jspecify.annotations.NullMarked;
