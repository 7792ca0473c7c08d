package hoso.event.wire;

import static hoso.event.wire.StrictJson.malformed;

import hoso.event.Fact;
import hoso.event.UnfitData;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A type of the contract: its name, what it is about, the record it becomes and the properties of its data. */
public final class EventType {

    /** What the subject of an event names. */
    public enum SubjectKind {
        UNIT(ValueKind.CODE),
        PROCEDURE(ValueKind.CODE),
        /** A year, of those that events may speak of. */
        CALENDAR(Pattern.compile("199[0-9]|20[0-9]{2}|2100")),
        DOSSIER(ValueKind.CODE),
        PETITION(ValueKind.CODE);

        private final Pattern pattern;

        SubjectKind(Pattern pattern) {
            this.pattern = pattern;
        }

        /** What a subject of this kind looks like, as a whole. */
        public Pattern pattern() {
            return pattern;
        }
    }

    private final String name;
    private final SubjectKind subjectKind;
    private final Class<? extends Fact> family;
    private final List<Property> properties;
    private final List<Property> components;

    /** The names of the components as they stand before their values. */
    private final List<byte[]> labels;

    private final MethodHandle constructor;

    EventType(String name, SubjectKind subjectKind, Class<? extends Fact> family, Property... properties) {
        this.name = name;
        this.subjectKind = subjectKind;
        this.family = family;
        this.properties = List.of(properties);
        RecordComponent[] parts = family.getRecordComponents();
        this.components =
                Arrays.stream(parts).map(part -> property(part.getName())).toList();
        this.labels = Arrays.stream(parts)
                .map(part -> OwnJson.literal('"' + part.getName() + "\":"))
                .toList();
        this.constructor = constructor(family, parts);
    }

    /** As {@code hoso.dossier.received.v1}. */
    public String name() {
        return name;
    }

    public SubjectKind subjectKind() {
        return subjectKind;
    }

    public Class<? extends Fact> family() {
        return family;
    }

    public List<Property> properties() {
        return properties;
    }

    /**
     * Reads published data: unknown properties are refused before missing or wrong ones.
     *
     * @throws UnfitData {@code unknown-property} or {@code malformed}
     */
    Fact read(JsonNode data) {
        if (!data.isObject()) throw malformed("data is no object");
        checkNames("data", data, null);
        for (Property property : properties) {
            JsonNode node = data.get(property.name());
            if (node == null && property.required()) throw malformed(property.path() + " is missing");
            if (node != null && property.isFreeText()) property.kind().read(property.path(), node);
        }
        return facts(data, ReplacementData::published);
    }

    /** Reads data that was accepted before, from which free text has been taken. */
    Fact readTrusted(JsonNode data) {
        return facts(data, ReplacementData::stored);
    }

    /**
     * As {@link #readTrusted}, from the bytes.
     *
     * @throws NotAsWritten where that needs a closer look
     */
    Fact readOwn(OwnJson in) {
        Object[] values = new Object[components.size()];
        in.expect('{');
        do {
            int index = component(in);
            values[index] = components.get(index).kind().own(in);
        } while (in.take(','));
        in.expect('}');
        return construct(values);
    }

    /** The fact of stored data without any property. */
    Fact withoutData() {
        return construct(new Object[components.size()]);
    }

    private int component(OwnJson in) {
        for (int index = 0; index < labels.size(); index++) if (in.take(labels.get(index))) return index;
        throw new NotAsWritten();
    }

    private Fact facts(JsonNode data, Function<JsonNode, ReplacementData> otherData) {
        Object[] values = new Object[components.size()];
        for (int index = 0; index < values.length; index++) {
            Property property = components.get(index);
            JsonNode node = data.get(property.name());
            if (node == null) continue;
            Object value = property.kind().read(property.path(), node);
            values[index] = property.kind() instanceof ValueKind.OtherData ? otherData.apply(node) : value;
        }
        return construct(values);
    }

    private Fact construct(@Nullable Object[] values) {
        try {
            return (Fact) constructor.invoke(values);
        } catch (Throwable impossible) {
            throw new IllegalStateException(name + " from " + Arrays.toString(values), impossible);
        }
    }

    private void checkNames(String path, JsonNode object, @Nullable Set<String> allowed) {
        for (var entry : object.properties()) {
            String member = entry.getKey();
            Property property = allowed == null ? find(member) : null;
            if (allowed == null ? property == null : !allowed.contains(member))
                throw new UnfitData("unknown-property", path + " has no property " + Times.shortened(member));
            if (property == null
                    || property.kind().members() == null
                    || !entry.getValue().isObject()) continue;
            checkNames(path + "." + member, entry.getValue(), property.kind().members());
        }
    }

    private @Nullable Property find(String member) {
        for (Property property : properties) if (property.name().equals(member)) return property;
        return null;
    }

    private Property property(String component) {
        Property property = find(component);
        if (property == null) throw new IllegalArgumentException(name + " has no property " + component);
        return property;
    }

    private static MethodHandle constructor(Class<?> family, RecordComponent[] parts) {
        try {
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle canonical =
                    MethodHandles.publicLookup().findConstructor(family, MethodType.methodType(void.class, types));
            return canonical
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(family + " has no public canonical constructor", impossible);
        }
    }
}
