/**
 * Splits published figures into planned dossiers: who owns each, when it was received, how it stands at the end of the
 * period and which marks it bears, so that the sums come out exactly.
 *
 * <p>Only the demo may call it.
 */
@NullMarked
package hoso.standalone.demo.plan;

import org.jspecify.annotations.NullMarked;
