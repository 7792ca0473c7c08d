/**
 * Measures requests: how many, how long, and how they ended.
 *
 * <p>Wiring imports {@link hoso.edge.measure.MeasureConfiguration}; nobody else calls it.
 */
@NullMarked
package hoso.edge.measure;

import org.jspecify.annotations.NullMarked;
