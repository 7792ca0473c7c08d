/**
 * A province that never was, for volume: its offices, its procedures and any number of dossiers, all worked out from
 * their numbers, so that a run can be repeated event by event.
 *
 * <p>The rows of the benchmark send it, or fill a store with it.
 */
@NullMarked
package hoso.bench.world;

import org.jspecify.annotations.NullMarked;
