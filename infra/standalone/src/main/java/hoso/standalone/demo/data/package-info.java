/**
 * What the demo is made of: units, procedures, published figures and texts, read from the resources under
 * {@code demo/}.
 *
 * <p>Only the demo may call it.
 */
@NullMarked
package hoso.standalone.demo.data;

import org.jspecify.annotations.NullMarked;
