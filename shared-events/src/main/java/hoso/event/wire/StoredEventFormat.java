package hoso.event.wire;

import hoso.event.AcceptedEvent;
import hoso.event.Decision;
import hoso.event.EventKey;
import hoso.event.Fact;
import hoso.event.Statement;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The bytes of an event in the store, which its leaf hash covers: one JSON object that begins with its position and the
 * time of its recording.
 *
 * <p>The rest is made beforehand, by whoever decided it; position and time are put before it by the one writer.
 */
public final class StoredEventFormat {

    /** Nine of ten are shorter: a text that grows is copied. */
    private static final int USUAL_LENGTH = 512;

    private StoredEventFormat() {}

    /** All of the event but its position and time of recording. */
    public static byte[] rest(AcceptedEvent event) {
        var text = new StringBuilder(USUAL_LENGTH);
        text.append("\"sequence\":").append(event.sequence());
        // what these three are made of needs no escapes
        text.append(",\"type\":\"").append(event.statement().type()).append('"');
        text.append(",\"subject\":\"").append(event.subject()).append('"');
        member(text, "source", event.key().source());
        member(text, "id", event.key().id());
        text.append(",\"time\":\"").append(Times.utc(event.occurredAt())).append('"');
        member(text, "publisher", event.publisher());
        if (!event.statement().data().equals("{}"))
            text.append(",\"data\":").append(event.statement().data());
        if (!event.decision().equals(Decision.NONE))
            DecisionText.write(event.decision(), event.sequence(), text.append(",\"decision\":"));
        texts(text, event.textHashes());
        return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The whole event. */
    public static byte[] bytes(long position, Instant recordedAt, byte[] rest) {
        byte[] start = head(position, Times.utc(recordedAt));
        byte[] bytes = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, bytes, start.length, rest.length);
        return bytes;
    }

    /**
     * What stands before the rest.
     *
     * @param recordedAt as {@link Times#utc} writes it: once for all events that are recorded together
     */
    public static byte[] head(long position, String recordedAt) {
        String head = "{\"position\":" + position + ",\"recordedAt\":\"" + recordedAt + "\",";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads an event back. */
    public static StoredEvent read(byte[] bytes) {
        JsonNode json = StrictJson.readOwn(bytes);
        int sequence = json.get("sequence").intValue();
        EventType type = type(json);
        String subject = string(json, "subject");
        Instant time = Times.own(string(json, "time"));
        JsonNode data = json.get("data");
        var event = new AcceptedEvent(
                EventTypes.stream(type, subject),
                sequence,
                subject,
                new EventKey(CloudEventReader.shared(string(json, "source")), string(json, "id")),
                time,
                string(json, "publisher"),
                fact(type, data),
                statement(type, time, data),
                DecisionJson.read(json.get("decision"), sequence),
                texts(json.get("texts")));
        return new StoredEvent(json.get("position").longValue(), Times.own(string(json, "recordedAt")), event);
    }

    /**
     * Reads an event for whoever only folds it: its id, what was published, and the hashes of its texts are left out.
     *
     * @param stream that it is stored in
     * @param bytes hold all of the event but its position and time of recording, from one index to before another
     */
    public static AcceptedEvent readToFold(Stream stream, byte[] bytes, int from, int to) {
        try {
            return OwnReader.read(stream, new OwnJson(bytes, from, to));
        } catch (NotAsWritten unusual) {
            return readTreeToFold(stream, bytes, from, to);
        }
    }

    private static AcceptedEvent readTreeToFold(Stream stream, byte[] bytes, int from, int to) {
        byte[] object = new byte[to - from + 1];
        object[0] = '{';
        System.arraycopy(bytes, from, object, 1, to - from);
        JsonNode json = StrictJson.readOwn(object);
        int sequence = json.get("sequence").intValue();
        EventType type = type(json);
        return OwnReader.folded(
                stream,
                string(json, "subject"),
                sequence,
                CloudEventReader.shared(string(json, "source")),
                Times.own(string(json, "time")),
                string(json, "publisher"),
                fact(type, json.get("data")),
                DecisionJson.read(json.get("decision"), sequence));
    }

    private static EventType type(JsonNode json) {
        return EventTypes.named(string(json, "type")).orElseThrow();
    }

    private static Fact fact(EventType type, @Nullable JsonNode data) {
        return type.readTrusted(data == null ? JsonNodeFactory.instance.objectNode() : data);
    }

    private static Statement statement(EventType type, Instant time, @Nullable JsonNode data) {
        String canonical = data == null ? "{}" : CanonicalJson.of(data);
        return new Statement(type.name(), canonical, Digests.content(type.name(), time, canonical));
    }

    private static void member(StringBuilder text, String name, String value) {
        text.append(",\"").append(name).append("\":");
        CanonicalJson.string(value, text);
    }

    private static void texts(StringBuilder text, Map<String, String> hashes) {
        if (hashes.isEmpty()) return;
        String before = ",\"texts\":{";
        for (var hash : new TreeMap<>(hashes).entrySet()) {
            text.append(before);
            CanonicalJson.string(hash.getKey(), text);
            text.append(':');
            CanonicalJson.string(hash.getValue(), text);
            before = ",";
        }
        text.append('}');
    }

    private static Map<String, String> texts(@Nullable JsonNode json) {
        if (json == null) return Map.of();
        var hashes = new TreeMap<String, String>();
        json.properties()
                .forEach(member -> hashes.put(member.getKey(), member.getValue().stringValue()));
        return Map.copyOf(hashes);
    }

    private static String string(JsonNode json, String name) {
        return json.get(name).stringValue();
    }
}
