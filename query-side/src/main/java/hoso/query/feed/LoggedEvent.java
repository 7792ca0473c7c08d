package hoso.query.feed;

/**
 * One row of the log, not yet read.
 *
 * @param stream the name of the stream, as {@code d/H20.12-240221-0001}
 * @param bytes what the leaf hash covers
 */
public record LoggedEvent(long position, String stream, byte[] bytes) {}
