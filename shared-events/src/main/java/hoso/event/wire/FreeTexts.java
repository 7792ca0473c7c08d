package hoso.event.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Takes free text out of published data, at every depth. */
final class FreeTexts {

    /** The properties that hold free text, wherever they stand. */
    static final Set<String> NAMES = Set.of("reason", "claim", "basis", "step");

    private FreeTexts() {}

    /** The texts by their path, as {@code reason} or {@code data.basis}; what is no string is left where it is. */
    static Map<String, String> of(JsonNode data) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect("", data, texts);
        return texts.isEmpty() ? Map.of() : texts;
    }

    private static void collect(String path, JsonNode data, Map<String, String> texts) {
        for (var member : data.properties()) {
            if (NAMES.contains(member.getKey()) && member.getValue().isString())
                texts.put(path + member.getKey(), member.getValue().stringValue());
            else if (member.getValue().isObject()) collect(path + member.getKey() + ".", member.getValue(), texts);
        }
    }
}
