package hoso.command.intake;

import java.util.Locale;

/** Ways in which events come. */
public enum Door {
    /** One event, one request. */
    SINGLE,
    /** A request with many. */
    BATCH,
    /** A request of any length, one event a line. */
    STREAM,
    /** A message of a publisher's topic. */
    KAFKA;

    /** As a metric names it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
