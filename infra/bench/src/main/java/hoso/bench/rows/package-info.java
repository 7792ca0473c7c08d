/**
 * The rows: what is done for each, and what counts.
 *
 * <p>{@code Bench} runs those that were asked for.
 */
@NullMarked
package hoso.bench.rows;

import org.jspecify.annotations.NullMarked;
