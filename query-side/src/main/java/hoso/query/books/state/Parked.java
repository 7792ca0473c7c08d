package hoso.query.books.state;

import org.jspecify.annotations.Nullable;

/**
 * A stream that is left out from an event on, because that event could not be folded into it.
 *
 * @param stream its name, as {@code d/H20.12-240221-0001}
 * @param position of that event; what came before it stays in the figures
 * @param unit that owned it before, or that the event names; null where neither is known
 * @param reason what kind of failure, without any text of a publisher
 */
public record Parked(String stream, long position, @Nullable String unit, String reason) {}
