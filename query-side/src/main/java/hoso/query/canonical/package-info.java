/**
 * The canonical form of JSON, for whatever is known by its hash.
 *
 * <p>Called by the catalogue of indicators and by snapshots.
 */
@NullMarked
package hoso.query.canonical;

import org.jspecify.annotations.NullMarked;
