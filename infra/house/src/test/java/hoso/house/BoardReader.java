package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.house.BoardFile.Target;
import hoso.house.BoardFile.Variable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Asks what stands in boards, as Grafana asks it.
 *
 * @param house where links lead
 * @param sql as whom boards ask by SQL
 * @param beside the house; null where none can be had
 */
record BoardReader(String house, JdbcClient sql, @Nullable PrometheusBeside beside) implements AutoCloseable {

    /** From 1 February to 15 March, in Vietnam's time. */
    static final GrafanaText NOTHING_CHOSEN =
            new GrafanaText(Map.of(), Instant.parse("2024-01-31T17:00:00Z"), Instant.parse("2024-03-15T17:00:00Z"));

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), (\\w+)\\)");
    private static final Pattern QUERY_RESULT = Pattern.compile("query_result\\((.*)\\)");

    boolean hasPrometheus() {
        return beside != null;
    }

    PrometheusBeside prometheus() {
        if (beside == null) throw new AssertionError("there is no prometheus");
        return beside;
    }

    /** The values that a board has when it is opened. */
    GrafanaText chosen(BoardFile board) {
        GrafanaText chosen = NOTHING_CHOSEN;
        for (Variable variable : board.variables())
            chosen = chosen.with(variable.name(), values(variable, chosen).getFirst());
        return chosen;
    }

    /** What one may choose, in the order in which Grafana offers it. */
    List<String> values(Variable variable, GrafanaText before) {
        if (variable.name().equals("hoso")) return List.of(house);
        assertThat(variable.isAsked()).as(variable.name()).isTrue();
        if (variable.json().get("includeAll").asBoolean())
            return List.of(variable.json().get("allValue").asString());
        return variable.source().equals(BoardFile.SQL)
                ? sqlValues(before.sql(variable.query()))
                : promValues(variable, before.promQl(variable.query()));
    }

    private List<String> sqlValues(String query) {
        List<Map<String, Object>> rows = sql.sql(query).query().listOfRows();
        assertThat(rows.stream().map(row -> row.values().iterator().next()))
                .as("texts, of which Grafana shows equal ones once: %s", query)
                .doesNotHaveDuplicates()
                .isNotEmpty();
        return rows.stream()
                .map(row -> row.getOrDefault("__value", row.values().iterator().next())
                        .toString())
                .toList();
    }

    private List<String> promValues(Variable variable, String query) {
        Matcher labels = LABEL_VALUES.matcher(query);
        if (labels.matches()) return prometheus().labelValues(labels.group(2), labels.group(1));
        Matcher result = QUERY_RESULT.matcher(query);
        assertThat(result.matches()).as(query).isTrue();
        String regex = variable.json().get("regex").asString();
        Pattern wanted = Pattern.compile(regex.substring(1, regex.length() - 1));
        return prometheus()
                .query(result.group(1))
                .map(series -> wanted.matcher(asText(series)))
                .filter(Matcher::find)
                .map(found -> found.group("value"))
                .toList();
    }

    /** A series as Grafana writes it, before it looks for what a regular expression wants of it. */
    private static String asText(JsonNode series) {
        return series.get("metric").properties().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue().asString() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    List<Map<String, Object>> rows(Target question, GrafanaText chosen) {
        return sql.sql(chosen.sql(question.text())).query().listOfRows();
    }

    @Override
    public void close() throws IOException {
        if (beside != null) beside.close();
    }
}
