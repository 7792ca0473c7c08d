/**
 * Puts the edge together: the one configuration that an application of either side imports.
 *
 * <p>Applications import {@link hoso.edge.wiring.EdgeConfiguration}; the launcher may ask
 * {@link hoso.edge.wiring.Binding} beforehand.
 */
@NullMarked
package hoso.edge.wiring;

import org.jspecify.annotations.NullMarked;
