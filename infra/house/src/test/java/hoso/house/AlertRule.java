package hoso.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** An alert as it is shipped. */
record AlertRule(
        String group, String name, String expression, Map<String, String> labels, Map<String, String> annotations) {

    static final Path FOLDER = Path.of("../prometheus");

    static List<AlertRule> shipped() throws IOException {
        try (InputStream file = Files.newInputStream(FOLDER.resolve("alerts.yml"))) {
            Map<String, List<Map<String, Object>>> read = new Yaml().load(file);
            return read.get("groups").stream()
                    .flatMap(group -> rules(group).stream().map(rule -> of((String) group.get("name"), rule)))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked") // as the file is written
    private static List<Map<String, Object>> rules(Map<String, Object> group) {
        return (List<Map<String, Object>>) group.get("rules");
    }

    @SuppressWarnings("unchecked") // likewise
    private static AlertRule of(String group, Map<String, Object> rule) {
        return new AlertRule(
                group,
                (String) rule.get("alert"),
                (String) rule.get("expr"),
                (Map<String, String>) rule.get("labels"),
                (Map<String, String>) rule.get("annotations"));
    }

    /** The same, but with 0 where it would not fire: so that it is seen to find what it looks at. */
    String alwaysAnswered() {
        return expression.replaceAll(" ([<>]) (?!bool )", " $1 bool ");
    }

    @Override
    public String toString() {
        return name;
    }
}
