package hoso.standalone;

import hoso.standalone.launch.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An order to a running command side.
 *
 * @param data holds the administrator's token
 * @param address of the command side
 * @param patience how long its answer is waited for
 */
record AdminOrder(Path data, URI address, Duration patience) {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

    /** @throws Refused with one line, where it refuses or does not answer */
    JsonNode post(String endpoint, String json) throws InterruptedException {
        Path token = data.resolve("tokens").resolve("admin.jwt");
        try (var http = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build()) {
            var request = HttpRequest.newBuilder(address.resolve("/actuator/" + endpoint))
                    .header("Authorization", "Bearer " + Files.readString(token).strip())
                    .header("Content-Type", "application/json")
                    .timeout(patience)
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode said = JsonMapper.shared().readTree(answer.body());
            if (answer.statusCode() == 200) return said;
            throw Refused.unavailable(
                    address + " refuses: " + said.path("detail").asString());
        } catch (IOException | JacksonException unreachable) {
            throw Refused.unavailable(
                    "cannot ask " + address + " with the token in " + token + ": " + reason(unreachable));
        }
    }

    /** Where nobody listens, the connection fails without a word. */
    private static String reason(Exception unreachable) {
        return unreachable.getMessage() == null ? unreachable.getClass().getSimpleName() : unreachable.getMessage();
    }
}
