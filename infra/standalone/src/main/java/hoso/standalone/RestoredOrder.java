package hoso.standalone;

import hoso.standalone.launch.Options;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Tells a running command side that what was seen of its store and is not there is lost. */
final class RestoredOrder {

    private RestoredOrder() {}

    /** One line for the person at the terminal. */
    static String send(Options.Restored order) throws InterruptedException {
        OptionalLong lostUpTo = order.lostUpTo();
        JsonNode said = new AdminOrder(order.data(), order.address())
                .post("restored", lostUpTo.isPresent() ? "{\"lostUpTo\":" + lostUpTo.getAsLong() + "}" : "{}");
        long lostTo = said.path("lostTo").asLong();
        return "incarnation %d: positions %d to %d are declared as lost, the next event gets position %d"
                .formatted(said.path("number").asInt(), said.path("lostFrom").asLong(), lostTo, lostTo + 1);
    }
}
