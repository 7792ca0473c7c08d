/**
 * How the clock of a dossier is decided: pure, from facts in their places, what the receipt took and a calendar.
 *
 * <p>The command side decides with it once and records what it decided; an auditor decides again, to compare. Nobody else
 * may: a reader takes the due instants that were recorded.
 */
@NullMarked
package hoso.event.clock;

import org.jspecify.annotations.NullMarked;
