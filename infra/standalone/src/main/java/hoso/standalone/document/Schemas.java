package hoso.standalone.document;

import hoso.event.wire.EventType;
import hoso.event.wire.Property;
import hoso.event.wire.ValueKind;
import hoso.vocabulary.Processing;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Event types and what their properties may hold, as JSON schemas. */
final class EventSchemas {

    private EventSchemas() {}

    /** A CloudEvent of a type. */
    static Schema<?> event(EventType type) {
        Schema<?> event = ofType("object")
                .addProperty("specversion", ofType("string")._const("1.0"))
                .addProperty("id", text(128))
                .addProperty("source", text(256).format("uri-reference"))
                .addProperty("type", ofType("string")._const(type.name()))
                .addProperty(
                        "subject",
                        code().description("of the " + type.subjectKind().name().toLowerCase(Locale.ROOT)))
                .addProperty("time", ofType("string").format("date-time").description("when it happened"))
                .addProperty("data", data(type));
        List.of("specversion", "id", "source", "type", "subject", "time").forEach(event::addRequiredItem);
        if (type.properties().stream().anyMatch(Property::required)) event.addRequiredItem("data");
        return event;
    }

    static Schema<?> data(EventType type) {
        Schema<?> data = ofType("object").additionalProperties(false);
        for (Property property : type.properties()) {
            data.addProperty(property.name(), of(property.kind()));
            if (property.required()) data.addRequiredItem(property.name());
        }
        return data;
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

    private static Schema<?> of(ValueKind kind) {
        return switch (kind) {
            case ValueKind.Text text -> text(text.max());
            case ValueKind.FreeText text -> text(text.max()).description("free text, never names of people");
            case ValueKind.Code code -> code();
            case ValueKind.Moment moment -> ofType("string").format("date-time");
            case ValueKind.Day day -> day();
            case ValueKind.Days days -> ofType("array").items(day());
            case ValueKind.Whole whole -> whole(whole.min(), whole.max());
            case ValueKind.Flag flag -> ofType("boolean");
            case ValueKind.OneOf one -> names(one.values());
            case ValueKind.RandomUuid random -> ofType("string").format("uuid").description("random, version 4");
            case ValueKind.Key key ->
                required(
                        ofType("object").addProperty("source", text(256)).addProperty("id", text(128)), "source", "id");
            case ValueKind.ProcessingTime time ->
                required(
                        ofType("object")
                                .addProperty("kind", names(List.of(Processing.Kind.values())))
                                .addProperty("amount", whole(1, Processing.AMOUNT_MAX)),
                        "kind");
            case ValueKind.Hours hours ->
                ofType("array").items(pair()).minItems(1).maxItems(4).description("ordered disjoint spans, [from, to)");
            case ValueKind.OtherData other -> ofType("object").description("the whole data of the corrected fact");
        };
    }

    private static Schema<?> pair() {
        return ofType("array")
                .items(ofType("string").pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$"))
                .minItems(2)
                .maxItems(2);
    }

    private static Schema<?> day() {
        return ofType("string").format("date");
    }

    private static Schema<?> code() {
        return ofType("string").pattern("^" + ValueKind.CODE.pattern() + "$");
    }

    private static Schema<?> text(int max) {
        return ofType("string").minLength(1).maxLength(max);
    }

    private static Schema<?> whole(long min, long max) {
        return ofType("integer").minimum(BigDecimal.valueOf(min)).maximum(BigDecimal.valueOf(max));
    }

    private static Schema<?> names(List<? extends Enum<?>> values) {
        return oneOf(values.stream().map(Enum::name).toList());
    }

    private static Schema<?> required(Schema<?> object, String... names) {
        Stream.of(names).forEach(object::addRequiredItem);
        return object.additionalProperties(false);
    }
}
