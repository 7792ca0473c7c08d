package hoso.query.question;

import java.time.Instant;

/** Up to which position the question takes what was published. */
public sealed interface AsOf {

    /** The newest that the read side has reached. */
    record Newest() implements AsOf {}

    record Position(long position) implements AsOf {}

    /** The last position recorded at or before an instant. */
    record RecordedBy(Instant instant) implements AsOf {}
}
