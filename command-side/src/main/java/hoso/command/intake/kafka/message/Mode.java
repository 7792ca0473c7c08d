package hoso.command.intake.kafka.message;

import hoso.event.UnfitData;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How a CloudEvent lies in a message. */
enum Mode {
    /** All of it in the value, as JSON. */
    STRUCTURED,
    /** Its attributes in headers, its data in the value. */
    BINARY;

    private static final String CONTENT_TYPE = "content-type";
    private static final String CLOUD_EVENTS = "application/cloudevents";
    private static final Pattern JSON_FORMAT =
            Pattern.compile("application/cloudevents\\+json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    /**
     * The content type tells, as the binding says (3). Beyond it, a message that has no attribute in its headers is taken
     * for a structured one, whatever its content type: tools that send plain lines can set no headers.
     *
     * @throws UnfitData {@code malformed}
     */
    static Mode of(Headers headers) {
        String type = contentType(headers);
        if (type != null && type.regionMatches(true, 0, CLOUD_EVENTS, 0, CLOUD_EVENTS.length())) {
            if (JSON_FORMAT.matcher(type).matches()) return STRUCTURED;
            throw new UnfitData("malformed", "of the formats of CloudEvents one event as JSON alone is taken here");
        }
        for (Header header : headers) if (BinaryMode.isAttribute(header)) return BINARY;
        return STRUCTURED;
    }

    /** Null where there is none, or where it is null. */
    static @Nullable String contentType(Headers headers) {
        @Nullable Header found = null;
        for (Header header : headers) {
            if (!header.key().equalsIgnoreCase(CONTENT_TYPE)) continue;
            if (found != null) throw BinaryMode.repeated(CONTENT_TYPE);
            found = header;
        }
        return found == null || found.value() == null ? null : BinaryMode.text(CONTENT_TYPE, found.value());
    }
}
