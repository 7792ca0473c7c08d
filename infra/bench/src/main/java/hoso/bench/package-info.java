/**
 * Measures the running product against the rows it must reach, beside a plain probe of the same machine in the same run.
 *
 * <p>Started by {@code infra/bench/run}; nothing calls in.
 */
@NullMarked
package hoso.bench;

import org.jspecify.annotations.NullMarked;
