package hoso.standalone.document;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;

/** Schemas of OpenAPI 3.1, which are JSON schemas. */
final class Schemas {

    private Schemas() {}

    /** A JSON schema in the model of the document. */
    static Schema<?> of(Map<String, Object> jsonSchema) {
        return Json31.mapper().convertValue(jsonSchema, Schema.class);
    }

    static Schema<?> ofType(String type) {
        return new Schema<>(SpecVersion.V31).typesItem(type);
    }

    static Schema<?> oneOf(List<String> values) {
        Schema<Object> one = new Schema<>(SpecVersion.V31);
        one.addType("string");
        one.setEnum(List.copyOf(values));
        return one;
    }
}
