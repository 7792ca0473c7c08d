package hoso.command.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.command.contract.asyncapi.AsyncApi;
import hoso.event.schema.JsonSchemas;
import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The documents of the contract as bytes, each made when it is first asked for and kept: two a type, and two more. */
final class Documents {

    /**
     * @param tag changes with the bytes
     */
    record Document(byte[] bytes, String tag) {}

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** YAML folds longer lines. */
    private static final int LINE_LENGTH = 120;

    private final AsyncApi asyncApi;
    private final Map<String, Document> made = new ConcurrentHashMap<>();

    Documents(AsyncApi asyncApi) {
        this.asyncApi = asyncApi;
    }

    Document index() {
        return json(
                "index",
                () -> EventTypes.all().stream().map(Documents::addresses).toList());
    }

    Optional<Document> published(String type) {
        return EventTypes.named(type)
                .map(known -> json("published " + type, () -> JsonSchemas.document(JsonSchemas.published(known))));
    }

    Optional<Document> stored(String type) {
        return EventTypes.named(type)
                .map(known -> json("stored " + type, () -> JsonSchemas.document(JsonSchemas.stored(known))));
    }

    Document asyncapi() {
        return made.computeIfAbsent(
                "asyncapi", any -> document(yaml().dump(asyncApi.document()).getBytes(UTF_8)));
    }

    private static Map<String, Object> addresses(EventType type) {
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put("type", type.name());
        addresses.put("schema", "/schemas/" + type.name() + ".json");
        addresses.put("stored", "/schemas/stored/" + type.name() + ".json");
        return addresses;
    }

    private Document json(String name, Supplier<Object> content) {
        return made.computeIfAbsent(name, any -> document(JSON.writeValueAsBytes(content.get())));
    }

    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(LINE_LENGTH);
        // what stands in two places is written twice: few readers of YAML follow aliases
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }

    private static Document document(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Document(bytes, '"' + HexFormat.of().formatHex(digest, 0, 16) + '"');
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
