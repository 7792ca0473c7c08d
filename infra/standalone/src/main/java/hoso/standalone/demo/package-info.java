/**
 * The demo: five published reports retold as the events they were counted from, so that Hoso answers their figures.
 *
 * <p>The launcher may call it; it reads no clock and knows no network, store or framework.
 */
@NullMarked
package hoso.standalone.demo;

import org.jspecify.annotations.NullMarked;
