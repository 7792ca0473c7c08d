/**
 * What the same machine does without the product: plain inserts and a plain read, on a PostgreSQL configured alike.
 *
 * <p>The rows compare themselves with it.
 */
@NullMarked
package hoso.bench.probe;

import org.jspecify.annotations.NullMarked;
