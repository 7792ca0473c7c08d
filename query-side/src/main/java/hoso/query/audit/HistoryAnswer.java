package hoso.query.audit;

import hoso.event.wire.Digests;
import hoso.event.wire.Times;
import hoso.query.audit.change.Changes;
import hoso.query.feed.LoggedEvent;
import hoso.query.question.Names;
import hoso.query.question.PositionAnswer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event of a dossier in order: as it is stored, with both times, its publisher and the decision, and with its leaf
 * hash; what happened in Vietnamese, and what it changed ({@link Changes}). Free text stands beside its hash where it is here and no order has erased it. Where origins are rolled up, position
 * and time of recording are those of landing, and those of the origin, which the leaf covers, stand beside them.
 */
record HistoryAnswer(String id, PositionAnswer asOf, List<JsonNode> events) {

    private static final JsonMapper JSON = new JsonMapper();

    static HistoryAnswer of(DossierDesk.Opened dossier, Map<Long, Map<String, String>> texts) {
        List<Changes.Change> changes = Changes.of(dossier.events());
        List<JsonNode> events = new ArrayList<>();
        for (LoggedEvent entry : dossier.events()) {
            ObjectNode event = event(entry, texts.getOrDefault(entry.position(), Map.of()), origin(dossier));
            if (events.size() < changes.size()) change(event, changes.get(events.size()), dossier.names());
            events.add(event);
        }
        return new HistoryAnswer(
                dossier.names().shownDossier(dossier.id()), PositionAnswer.of(dossier.standpoint()), events);
    }

    private static @Nullable String origin(DossierDesk.Opened dossier) {
        return dossier.names().origin(dossier.id()).orElse(null);
    }

    private static ObjectNode event(LoggedEvent entry, Map<String, String> texts, @Nullable String origin) {
        ObjectNode event = readable(entry);
        if (origin != null) landed(event, entry, origin);
        if (event.get("texts") instanceof ObjectNode hashes) event.set("texts", withText(hashes, texts));
        event.put("leaf", HexFormat.of().formatHex(Digests.leaf(entry.bytes())));
        return event;
    }

    private static void change(ObjectNode event, Changes.Change change, Names names) {
        event.put("says", change.says());
        // written out when it is sent: as trees the changes of a thousand events would fill a hundred megabytes
        event.putPOJO("changed", change.changed().shown(names::shownUnit));
    }

    private static void landed(ObjectNode event, LoggedEvent entry, String origin) {
        ObjectNode there = event.putObject("origin").put("name", origin);
        there.set("position", event.get("position"));
        there.set("recordedAt", event.get("recordedAt"));
        event.put("position", entry.position());
        event.put("recordedAt", Times.utc(entry.recordedAt()));
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
