package hoso.event.wire;

import static hoso.event.wire.StrictJson.malformed;

import hoso.event.Amendment;
import hoso.event.EventKey;
import hoso.event.Fact;
import hoso.event.FactRelations;
import hoso.event.Publication;
import hoso.event.ReferenceFact;
import hoso.event.Statement;
import hoso.event.UnfitData;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** CloudEvents 1.0 in the JSON format, as the contract takes them in: shape, then type, then properties. */
public final class CloudEventReader {

    /** What a {@code datacontenttype} may be; without a flag, so that it means the same in a JSON schema. */
    public static final Pattern JSON_TYPE =
            Pattern.compile("([Aa][Pp][Pp][Ll][Ii][Cc][Aa][Tt][Ii][Oo][Nn]|[Tt][Ee][Xx][Tt])/([A-Za-z0-9.+-]+\\+)?"
                    + "[Jj][Ss][Oo][Nn]\\s*(;.*)?");

    /** Publishers are few, and each of their events names one: to parse it each time took a tenth of reading an event. */
    private static final int KNOWN_SOURCES_MAX = 1_000;

    /** Some of those found to be URI references; one string each, since every event kept in memory holds its source. */
    private static final Map<String, String> KNOWN_SOURCES = new ConcurrentHashMap<>();

    private CloudEventReader() {}

    /**
     * Reads one event.
     *
     * @throws UnfitData {@code malformed}, {@code unknown-type} or {@code unknown-property}
     */
    public static Publication read(JsonNode event) {
        if (!event.isObject()) throw malformed("an event is a JSON object");
        if (!"1.0".equals(attribute(event, "specversion"))) throw malformed("specversion is not 1.0");
        EventKey key = new EventKey(source(event), id(event));
        String typeName = attribute(event, "type");
        String subject = attribute(event, "subject");
        if (!ValueKind.isCode(subject)) throw malformed("subject is no code: " + Times.shortened(subject));
        Instant time = Times.instant("time", attribute(event, "time"));
        JsonNode data = data(event);
        EventType type = EventTypes.named(typeName)
                .orElseThrow(() -> new UnfitData("unknown-type", "no type " + Times.shortened(typeName)));
        return publication(key, type, subject, time, data);
    }

    /** The id of something that may not be an event at all, for the list of what was refused. */
    public static @Nullable String idOf(@Nullable JsonNode event) {
        JsonNode id = event == null ? null : event.get("id");
        if (id == null || !id.isString()) return null;
        String text = id.stringValue();
        return text.codePointCount(0, text.length()) <= EventKey.ID_MAX ? text : null;
    }

    private static Publication publication(EventKey key, EventType type, String subject, Instant time, JsonNode data) {
        Fact fact = type.read(data);
        checkRelations(fact, subject, time);
        String canonical = CanonicalJson.of(data, FreeTexts.NAMES);
        var statement = new Statement(type.name(), canonical, Digests.content(type.name(), time, canonical));
        return new Publication(
                key, EventTypes.stream(type, subject), subject, time, fact, statement, FreeTexts.of(data));
    }

    private static void checkRelations(Fact fact, String subject, Instant time) {
        FactRelations.check(fact, time);
        if (fact instanceof ReferenceFact.CalendarPublished calendar) {
            if (!EventType.SubjectKind.CALENDAR.pattern().matcher(subject).matches())
                throw malformed("the subject of a calendar is a year, 1990–2100");
            FactRelations.checkCalendar(Integer.parseInt(subject), calendar);
        }
        if (fact instanceof Amendment.Corrected corrected && corrected.time() == null && corrected.data() == null)
            throw malformed("a correction names a time, data, or both");
    }

    private static JsonNode data(JsonNode event) {
        if (event.has("data_base64")) throw malformed("data_base64 is not JSON");
        JsonNode contentType = event.get("datacontenttype");
        // the JSON format of CloudEvents: an attribute that is null is one that is absent
        if (contentType != null && !contentType.isNull() && !isJson(contentType))
            throw malformed("datacontenttype is not JSON");
        JsonNode data = event.get("data");
        if (data == null) return JsonNodeFactory.instance.objectNode();
        if (!data.isObject()) throw malformed("data is no object");
        return data;
    }

    private static boolean isJson(JsonNode contentType) {
        if (!contentType.isString()) return false;
        String type = contentType.stringValue();
        return type.equals("application/json") || JSON_TYPE.matcher(type).matches();
    }

    private static String id(JsonNode event) {
        String id = attribute(event, "id");
        if (id.isEmpty() || id.codePointCount(0, id.length()) > EventKey.ID_MAX)
            throw malformed("id has not 1 to " + EventKey.ID_MAX + " characters");
        return id;
    }

    private static String source(JsonNode event) {
        String source = attribute(event, "source");
        if (source.isEmpty() || source.codePointCount(0, source.length()) > EventKey.SOURCE_MAX)
            throw malformed("source has not 1 to " + EventKey.SOURCE_MAX + " characters");
        String known = KNOWN_SOURCES.get(source);
        if (known != null) return known;
        try {
            new URI(source);
            if (KNOWN_SOURCES.size() < KNOWN_SOURCES_MAX) KNOWN_SOURCES.put(source, source);
        } catch (URISyntaxException wrong) {
            throw malformed("source is no URI reference: " + Times.shortened(source));
        }
        return source;
    }

    /** A source that was accepted before: the string that others of it share, where there is one. */
    static String shared(String source) {
        return KNOWN_SOURCES.getOrDefault(source, source);
    }

    private static String attribute(JsonNode event, String name) {
        JsonNode value = event.get(name);
        if (value == null) throw malformed(name + " is missing");
        if (!value.isString()) throw malformed(name + " is no string");
        return value.stringValue();
    }
}
