package hoso.query.audit;

import hoso.event.wire.Digests;
import hoso.query.feed.LoggedEvent;
import hoso.query.question.PositionAnswer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event of a dossier in order: as it is stored, with both times, its publisher and the decision, and with its leaf
 * hash. Free text stands beside its hash where no order has erased it.
 */
record HistoryAnswer(String id, PositionAnswer asOf, List<JsonNode> events) {

    private static final JsonMapper JSON = new JsonMapper();

    static HistoryAnswer of(DossierDesk.Opened dossier, Map<Long, Map<String, String>> texts) {
        List<JsonNode> events = dossier.events().stream()
                .map(entry -> event(entry, texts.getOrDefault(entry.position(), Map.of())))
                .toList();
        return new HistoryAnswer(dossier.id(), PositionAnswer.of(dossier.standpoint()), events);
    }

    private static JsonNode event(LoggedEvent entry, Map<String, String> texts) {
        ObjectNode event = readable(entry);
        if (event.get("texts") instanceof ObjectNode hashes) event.set("texts", withText(hashes, texts));
        event.put("leaf", HexFormat.of().formatHex(Digests.leaf(entry.bytes())));
        return event;
    }

    /** An event whose bytes are none is still shown to be there. */
    private static ObjectNode readable(LoggedEvent entry) {
        try {
            return (ObjectNode) JSON.readTree(entry.bytes());
        } catch (JacksonException unreadable) {
            return JSON.createObjectNode().put("position", entry.position()).put("unreadable", true);
        }
    }

    /** {@code {"reason": {"hash": …, "text": …}}}: the hash stays when the text is gone. */
    private static ObjectNode withText(ObjectNode hashes, Map<String, String> texts) {
        ObjectNode both = hashes.objectNode();
        for (var hash : hashes.properties()) {
            ObjectNode member = both.putObject(hash.getKey());
            member.set("hash", hash.getValue());
            if (texts.containsKey(hash.getKey())) member.put("text", texts.get(hash.getKey()));
        }
        return both;
    }
}
