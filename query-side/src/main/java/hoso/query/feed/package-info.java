/**
 * Ordered events in: the log of accepted events, read by position, with proof that nothing is missing and that it is
 * still the log read before.
 *
 * <p>Books, reports, snapshots and audits read it; it writes nothing.
 */
@NullMarked
package hoso.query.feed;

import org.jspecify.annotations.NullMarked;
