/**
 * The one projector: takes the feed batch by batch into the books, and rebuilds them beside the live ones.
 *
 * <p>Wiring starts and stops it; whoever waits for a position asks it.
 */
@NullMarked
package hoso.query.books.projection;

import org.jspecify.annotations.NullMarked;
