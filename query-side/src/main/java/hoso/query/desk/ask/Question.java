package hoso.query.desk.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.edge.Parameters;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of a page's address, in their order: those of the API's question, and some of the page's own. What a form
 * leaves empty was not asked. A page with another question is another address.
 */
public final class Question {

    /** What was known at a moment. */
    private static final String AS_OF = "asOf";

    /** Looked at from a moment. */
    private static final String AT = "at";

    private final Map<String, String> parameters;

    private Question(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    public static Question of() {
        return new Question(Map.of());
    }

    /** As it arrived; of a parameter given twice the first. */
    public static Question of(Map<String, String> given) {
        Map<String, String> parameters = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            // a form sends the ends of lines as mail has them (HTML Living Standard, 4.10.21.8)
            if (!value.isBlank())
                parameters.put(name, value.replace("\r\n", "\n").strip());
        });
        return new Question(parameters);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Empty where it was not asked. */
    public String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    /**
     * A day; empty where it was not asked.
     *
     * @throws hoso.edge.Problem {@code malformed}
     */
    public Optional<LocalDate> day(String name) {
        Set<String> known = Set.of(name);
        return Parameters.of(only(known).given(), known).date(name);
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    public Map<String, String> all() {
        return Map.copyOf(parameters);
    }

    /** Whether it looks back: at what was known at a moment, or from a moment. */
    public boolean isOfThePast() {
        return has(AS_OF) || has(AT);
    }

    /** Without it where the value is empty. */
    public Question with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value.isBlank()) changed.remove(name);
        else changed.put(name, value);
        return new Question(changed);
    }

    public Question without(String... names) {
        Set<String> removed = Set.of(names);
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.keySet().removeIf(removed::contains);
        return new Question(changed);
    }

    public Question only(Set<String> names) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.keySet().removeIf(name -> !names.contains(name));
        return new Question(changed);
    }

    /** The address of a page that asks it. */
    public String at(String path) {
        if (parameters.isEmpty()) return path;
        return path
                + parameters.entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** With the moments that were typed as the API takes them. */
    public Question readable() {
        return with(AS_OF, TypedMoment.of(text(AS_OF))).with(AT, TypedMoment.of(text(AT)));
    }

    /** As a controller of the API is given it. */
    MultiValueMap<String, String> given() {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        readable().parameters.forEach(given::add);
        return given;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
