/**
 * Dossiers and petitions as they now stand, and the streams that are parked.
 *
 * <p>The projection writes them, the readers of the books find dossiers in them.
 */
@NullMarked
package hoso.query.books.state;

import org.jspecify.annotations.NullMarked;
