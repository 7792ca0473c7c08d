/**
 * Both sides in one JVM beside an embedded PostgreSQL, as {@code infra/run} starts them.
 *
 * <p>The launcher finds {@link hoso.standalone.StandaloneHouse} as a service; nothing else calls in.
 */
@NullMarked
package hoso.standalone;

import org.jspecify.annotations.NullMarked;
