package hoso.query.snapshot.freeze;

import hoso.edge.Parameters;
import hoso.event.wire.StrictJson;
import hoso.query.snapshot.chain.Draft;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads who answers for a report, as it is to be recorded. */
final class SignOrder {

    private static final List<String> MEMBERS = List.of("office", "title", "decision");

    /** Names of offices are units' names; nothing else shall find room in it. */
    private static final int OFFICE_MAX = 300;

    private static final int OTHERS_MAX = 128;

    private SignOrder() {}

    /** @throws hoso.edge.Problem {@code malformed} */
    static Draft.Signed read(byte[] body) {
        JsonNode order = StrictJson.read(body);
        if (!order.isObject()) throw Parameters.malformed("the body is no JSON object");
        for (String name : order.propertyNames())
            if (!MEMBERS.contains(name)) throw Parameters.malformed("there is no member " + Parameters.shortened(name));
        return new Draft.Signed(
                text(order, "office", OFFICE_MAX),
                text(order, "title", OTHERS_MAX),
                text(order, "decision", OTHERS_MAX));
    }

    private static String text(JsonNode order, String name, int max) {
        JsonNode text = order.path(name);
        if (!text.isString() || text.stringValue().isBlank()) throw Parameters.malformed(name + " is missing");
        if (text.stringValue().length() > max)
            throw Parameters.malformed(name + " is longer than " + max + " characters");
        if (text.stringValue().chars().anyMatch(Character::isISOControl))
            throw Parameters.malformed(name + " has control characters");
        return text.stringValue();
    }
}
