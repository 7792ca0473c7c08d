package hoso.house;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts values in the places of variables and macros, as Grafana does; of what Grafana knows, only what our boards use.
 *
 * @param from where the time range begins
 * @param to where it ends
 */
record GrafanaText(Map<String, String> variables, Instant from, Instant to) {

    /** What boards may name without defining it, fields of a row apart. */
    static final Set<String> BUILT_IN = Set.of("__timeFrom", "__timeTo", "__rate_interval", "__from", "__to");

    static final String FIELD = "__data.fields.";

    /** A number is a group of a regular expression. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([\\w.]+)}|\\$([A-Za-z_]\\w*)");

    /** Four scrapes of 15 s, as Grafana has it. */
    private static final String RATE_INTERVAL = "1m";

    GrafanaText {
        variables = Map.copyOf(variables);
    }

    /** The same with one more variable, or another value of it. */
    GrafanaText with(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new GrafanaText(more, from, to);
    }

    /** All that a text names. */
    static Set<String> names(String text) {
        return VARIABLE.matcher(text).results().map(GrafanaText::name).collect(Collectors.toSet());
    }

    private static String name(MatchResult variable) {
        return variable.group(1) == null ? variable.group(2) : variable.group(1);
    }

    /** Values stand within quotes, and theirs are doubled. */
    String sql(String text) {
        return replaced(
                        text.replace("$__timeFrom()", "'" + from + "'").replace("$__timeTo()", "'" + to + "'"),
                        value -> value.replace("'", "''"),
                        Map.of())
                .strip();
    }

    String promQl(String text) {
        return replaced(text, UnaryOperator.identity(), Map.of("__rate_interval", RATE_INTERVAL));
    }

    /**
     * An address that a click leads to.
     *
     * @param row what was clicked on, by name of the column
     */
    String link(String text, Map<String, String> row) {
        Map<String, String> more = new HashMap<>();
        more.put("__from", Long.toString(from.toEpochMilli()));
        more.put("__to", Long.toString(to.toEpochMilli()));
        row.forEach((field, value) -> more.put(FIELD + field, value));
        return replaced(text, UnaryOperator.identity(), more);
    }

    private String replaced(String text, UnaryOperator<String> quoted, Map<String, String> more) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = name(found);
            String value = variables.containsKey(name) ? quoted.apply(variables.get(name)) : more.get(name);
            if (value == null) throw new AssertionError("nothing is called " + name + " in " + text);
            return Matcher.quoteReplacement(value);
        });
    }
}
