/**
 * Lets a request in or not: by its token, by the scopes it needs, by its size and its characters.
 *
 * <p>Wiring imports {@link hoso.edge.guard.GuardConfiguration}; nobody else calls it.
 */
@NullMarked
package hoso.edge.guard;

import org.jspecify.annotations.NullMarked;
