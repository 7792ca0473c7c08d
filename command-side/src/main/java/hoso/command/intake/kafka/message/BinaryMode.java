package hoso.command.intake.kafka.message;

import hoso.event.UnfitData;
import hoso.event.wire.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of an event whose attributes are headers: what a structured message of the same event would hold. */
final class BinaryMode {

    private static final String PREFIX = "ce_";

    /** {@code "":"",} around a name and its value. */
    private static final int BYTES_AROUND_ATTRIBUTE = 6;

    /** <code>{"data":}</code>, where the last attribute's comma stands before it. */
    private static final int BYTES_AROUND_DATA = 9;

    private BinaryMode() {}

    static boolean isAttribute(Header header) {
        return header.key().startsWith(PREFIX);
    }

    /** How many bytes the attributes would have in the JSON format, with what stands around the data, escapes aside. */
    static long bytes(Headers headers) {
        long bytes = BYTES_AROUND_DATA;
        for (Header header : headers) {
            if (!isAttribute(header)) continue;
            byte @Nullable [] value = header.value();
            bytes += header.key().length() - PREFIX.length() + BYTES_AROUND_ATTRIBUTE;
            bytes += value == null ? 0 : value.length;
        }
        return bytes;
    }

    /**
     * The event that headers and value are.
     *
     * @param data null for none; no bytes at all are none too, since some clients cannot send null
     * @throws UnfitData {@code malformed}
     */
    static JsonNode event(Headers headers, byte @Nullable [] data) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (Header header : headers) if (isAttribute(header)) put(event, header);
        String contentType = Mode.contentType(headers);
        if (contentType != null) {
            if (event.has("datacontenttype")) throw repeated("datacontenttype");
            event.put("datacontenttype", contentType);
        }
        if (data != null && data.length > 0) event.set("data", StrictJson.read(data));
        return event;
    }

    private static void put(ObjectNode event, Header header) {
        String name = header.key().substring(PREFIX.length());
        if (name.equals("data")) throw new UnfitData("malformed", "data is the value of the message, and no header");
        if (event.has(name)) throw repeated(header.key());
        byte @Nullable [] value = header.value();
        // as null in JSON: an attribute that is not there, where it may be left out
        if (value == null) event.putNull(name);
        else event.put(name, text(header.key(), value));
    }

    /** The binding says UTF-8, as it is (3.2.3); NUL is refused as it is in JSON. */
    static String text(String name, byte[] value) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.indexOf('\0') >= 0) throw new UnfitData("malformed", "a header holds the NUL character");
            return text;
        } catch (CharacterCodingException invalid) {
            throw new UnfitData("malformed", "a header is not valid UTF-8: " + shortened(name));
        }
    }

    static UnfitData repeated(String name) {
        return new UnfitData("malformed", "a header is there twice: " + shortened(name));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
