/**
 * A store of any size in minutes: events are read, decided and written by the product's own parts, but by COPY and past
 * the HTTP door, which is measured by itself. And a publisher's topic with a backlog.
 *
 * <p>The rows use it.
 */
@NullMarked
package hoso.bench.fill;

import org.jspecify.annotations.NullMarked;
