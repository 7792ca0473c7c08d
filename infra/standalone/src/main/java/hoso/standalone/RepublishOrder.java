package hoso.standalone;

import hoso.standalone.launch.Options;
import hoso.standalone.launch.Refused;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running command side to publish once more. */
final class RepublishOrder {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RepublishOrder() {}

    /** One line for the person at the terminal. */
    static String send(Options.Republish order) throws InterruptedException {
        Path token = order.data().resolve("tokens").resolve("admin.jwt");
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(order.address().resolve("/actuator/republish"))
                    .header("Authorization", "Bearer " + Files.readString(token).strip())
                    .header("Content-Type", "application/json")
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"from\":" + order.from() + "}"))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode said = JsonMapper.shared().readTree(answer.body());
            if (answer.statusCode() == 200)
                return "publishing again to %s what %s has from position %d to %d"
                        .formatted(
                                said.path("topic").asString(),
                                said.path("origin").asString(),
                                said.path("from").asLong(),
                                said.path("head").asLong());
            throw Refused.unavailable(
                    order.address() + " refuses: " + said.path("detail").asString());
        } catch (IOException | JacksonException unreachable) {
            throw Refused.unavailable(
                    "cannot ask " + order.address() + " with the token in " + token + ": " + reason(unreachable));
        }
    }

    /** Where nobody listens, the connection fails without a word. */
    private static String reason(Exception unreachable) {
        return unreachable.getMessage() == null ? unreachable.getClass().getSimpleName() : unreachable.getMessage();
    }
}
