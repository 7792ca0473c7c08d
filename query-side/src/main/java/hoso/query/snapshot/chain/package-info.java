/**
 * The chain that snapshots and signatures are rows of: each names the hash of the one before, so that none can be changed,
 * taken out or put in between without the rows around it telling.
 *
 * <p>Rows are only ever added; the snapshots' own packages call it.
 */
@NullMarked
package hoso.query.snapshot.chain;

import org.jspecify.annotations.NullMarked;
