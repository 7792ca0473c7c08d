/**
 * The table that a run prints: each row with its floor, its aim and what was reached.
 *
 * <p>The rows fill it.
 */
@NullMarked
package hoso.bench.table;

import org.jspecify.annotations.NullMarked;
