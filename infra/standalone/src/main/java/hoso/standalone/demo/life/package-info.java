/**
 * Turns plans into the facts that a publisher would have told, in the order it would have told them.
 *
 * <p>Only the demo may call it.
 */
@NullMarked
package hoso.standalone.demo.life;

import org.jspecify.annotations.NullMarked;
