/**
 * Loads the demo through the same door as any publisher, at once or as if it happened now, shows how far it is, and prints
 * the first report.
 *
 * <p>Called once by the standalone application, when it serves.
 */
@NullMarked
package hoso.standalone.load;

import org.jspecify.annotations.NullMarked;
