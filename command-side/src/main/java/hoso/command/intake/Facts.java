package hoso.command.intake;

import java.util.LinkedHashMap;
import java.util.Map;

/** The facts of a refusal as members of a problem document. */
final class Facts {

    private Facts() {}

    static Map<String, Object> asJson(Map<String, Object> facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        facts.forEach((name, value) -> json.put(name, value instanceof Number ? value : value.toString()));
        return json;
    }
}
