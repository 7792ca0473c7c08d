package hoso.testkit.brute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The properties an object may and must have. */
final class BruteForm {
    private record Property(
            String name,
            boolean required,
            Predicate<JsonNode> right,
            @Nullable BruteForm inner) {}

    private final List<Property> properties = new ArrayList<>();

    BruteForm must(String name, Predicate<JsonNode> right) {
        properties.add(new Property(name, true, right, null));
        return this;
    }

    BruteForm may(String name, Predicate<JsonNode> right) {
        properties.add(new Property(name, false, right, null));
        return this;
    }

    BruteForm mustHold(String name, BruteForm inner) {
        properties.add(new Property(name, true, JsonNode::isObject, inner));
        return this;
    }

    /** Unknown properties at every depth come before missing or wrong ones. */
    void check(JsonNode object) {
        refuseUnknown(object);
        refuseWrong(object);
    }

    private void refuseUnknown(JsonNode object) {
        for (String name : object.propertyNames()) {
            Property known = properties.stream()
                    .filter(property -> property.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BruteRefusal("unknown-property"));
            if (known.inner() != null && object.get(name).isObject()) {
                known.inner().refuseUnknown(object.get(name));
            }
        }
    }

    private void refuseWrong(JsonNode object) {
        for (Property property : properties) {
            JsonNode value = object.get(property.name());
            BruteRefusal.when(value == null && property.required(), "malformed");
            BruteRefusal.when(value != null && !property.right().test(value), "malformed");
            if (value != null && property.inner() != null) {
                property.inner().refuseWrong(value);
            }
        }
    }
}
