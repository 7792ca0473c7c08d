package hoso.event.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of our schemas in the hands of somebody else's validator. */
final class Validator {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry DRAFT = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Schema schema;

    Validator(Map<String, Object> schema) {
        this.schema = DRAFT.getSchema(JSON.<JsonNode>valueToTree(JsonSchemas.document(schema)));
    }

    /** What is wrong; empty where nothing is. The draft leaves it to the validator whether formats count. */
    String faults(JsonNode value, boolean formatsCount) {
        var errors = schema.validate(
                value, execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(formatsCount)));
        return errors.isEmpty() ? "" : errors.toString();
    }

    boolean takes(JsonNode value) {
        return faults(value, false).isEmpty();
    }
}
