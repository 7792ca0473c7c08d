package hoso.testkit.brute;

import static hoso.testkit.brute.BruteValues.oneOf;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Size, shape, type and properties: what can be judged of a line alone, in that order. */
final class BruteDoor {
    private static final int LARGEST_BYTES = 64 * 1024;

    private BruteDoor() {}

    static BruteEvent read(String line) {
        BruteRefusal.when(line.getBytes(StandardCharsets.UTF_8).length > LARGEST_BYTES, "too-large");
        JsonNode envelope = BruteJson.parse(line);
        shape(envelope);
        String type = typeOf(envelope.get("type").stringValue());
        JsonNode data = envelope.has("data") ? envelope.get("data") : BruteJson.emptyObject();
        String subject = envelope.get("subject").stringValue();
        Instant time = BruteJson.instant(envelope.get("time"));
        checkData(type, subject, time, data);
        return new BruteEvent(
                0,
                type,
                envelope.get("source").stringValue(),
                envelope.get("id").stringValue(),
                subject,
                time,
                data,
                Map.of());
    }

    /** The properties of {@code data} and their relations; a correction's new data goes through here too. */
    static void checkData(String type, String subject, Instant time, JsonNode data) {
        BruteForms.of(type).check(data);
        BruteRelations.check(type, subject, time, data);
    }

    private static void shape(JsonNode envelope) {
        boolean right = envelope.isObject()
                && oneOf("1.0").test(envelope.path("specversion"))
                && BruteValues.text(128).test(envelope.path("id"))
                && isUriReference(envelope.path("source"))
                && envelope.path("type").isString()
                && BruteValues.isCode(envelope.path("subject"))
                && BruteJson.instantOrNull(envelope.path("time")) != null
                && !envelope.has("data_base64")
                && (!envelope.has("data") || envelope.get("data").isObject())
                && (!envelope.hasNonNull("datacontenttype") || isJson(envelope.get("datacontenttype")));
        BruteRefusal.when(!right, "malformed");
    }

    private static boolean isUriReference(JsonNode node) {
        if (!BruteValues.text(256).test(node)) {
            return false;
        }
        try {
            new URI(node.stringValue());
            return true;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static boolean isJson(JsonNode node) {
        if (!node.isString()) {
            return false;
        }
        String mediaType =
                node.stringValue().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static String typeOf(String full) {
        String type = full.startsWith("hoso.") && full.endsWith(".v1") ? full.substring(5, full.length() - 3) : "";
        BruteRefusal.when(!BruteForms.knows(type), "unknown-type");
        return type;
    }
}
