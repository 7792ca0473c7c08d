package hoso.standalone;

import hoso.standalone.launch.Options;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Asks a running command side to publish once more. */
final class RepublishOrder {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private RepublishOrder() {}

    /** One line for the person at the terminal. */
    static String send(Options.Republish order) throws InterruptedException {
        JsonNode said = new AdminOrder(order.data(), order.address(), PATIENCE)
                .post("republish", "{\"from\":" + order.from() + "}");
        return "publishing again to %s what %s has from position %d to %d"
                .formatted(
                        said.path("topic").asString(),
                        said.path("origin").asString(),
                        said.path("from").asLong(),
                        said.path("head").asLong());
    }
}
