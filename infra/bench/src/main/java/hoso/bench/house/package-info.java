/**
 * The product as anybody runs it: started by the launcher as a process of its own, reached over HTTP by a client that
 * costs as little as it can, since it shares the machine.
 *
 * <p>The rows use it.
 */
@NullMarked
package hoso.bench.house;

import org.jspecify.annotations.NullMarked;
