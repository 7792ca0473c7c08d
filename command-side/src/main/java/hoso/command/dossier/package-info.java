/**
 * The heart: what happens to a dossier is decided here, {@code decide(timeline, submission, reference)}, and believed
 * here, {@code timeline.with(event)}.
 *
 * <p>Pure functions without clock, chance or framework; the aggregate shell calls them.
 */
@NullMarked
package hoso.command.dossier;

import org.jspecify.annotations.NullMarked;
