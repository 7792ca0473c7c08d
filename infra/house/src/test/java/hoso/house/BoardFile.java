package hoso.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A board of Grafana as it lies in its file. */
record BoardFile(String name, JsonNode json) {

    static final String PROMETHEUS = "hoso-prometheus";
    static final String SQL = "hoso-sql";

    private static final Path FOLDER = Path.of("../grafana/boards");
    private static final JsonMapper JSON = new JsonMapper();

    static List<BoardFile> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted()
                    .map(file -> new BoardFile(file.getFileName().toString(), read(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static BoardFile named(String name) {
        return all().stream().filter(board -> board.name.equals(name)).findAny().orElseThrow();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String uid() {
        return json.at("/uid").asString();
    }

    List<Panel> panels() {
        return json.get("panels")
                .valueStream()
                .map(panel -> new Panel(this, panel))
                .toList();
    }

    Panel panel(String title) {
        return panels().stream()
                .filter(panel -> panel.title().equals(title))
                .findAny()
                .orElseThrow();
    }

    /** In the order in which Grafana asks for their values: a later one may name earlier ones. */
    List<Variable> variables() {
        return json.at("/templating/list").valueStream().map(Variable::new).toList();
    }

    Variable variable(String name) {
        return variables().stream()
                .filter(variable -> variable.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    /** Whether a variable of it is asked of a source. */
    boolean asks(String source) {
        return variables().stream().anyMatch(variable -> variable.source().equals(source));
    }

    /** A variable, whose value one chooses at the top of the board. */
    record Variable(JsonNode json) {

        String name() {
            return json.get("name").asString();
        }

        boolean isAsked() {
            return json.get("type").asString().equals("query");
        }

        String source() {
            return json.at("/datasource/uid").asString();
        }

        /** What it is asked by; of one that is typed in, what it is at first. */
        String query() {
            JsonNode query = json.get("query");
            return query.isObject() ? query.get("query").asString() : query.asString();
        }
    }

    record Panel(BoardFile board, JsonNode json) {

        String title() {
            return json.path("title").asString("");
        }

        List<Target> targets() {
            return json.get("targets")
                    .valueStream()
                    .map(target -> new Target(this, target))
                    .toList();
        }

        boolean isTable() {
            return json.get("type").asString().equals("table");
        }

        /** Columns that are shown as they are. */
        Set<String> texts() {
            return json.at("/fieldConfig/overrides")
                    .valueStream()
                    .filter(override -> override.get("properties")
                            .valueStream()
                            .anyMatch(property -> property.get("id").asString().equals("unit")
                                    && property.get("value").asString().equals("string")))
                    .map(override -> override.at("/matcher/options").asString())
                    .collect(Collectors.toSet());
        }

        /** Where clicks on its figures lead. */
        List<Link> links() {
            List<Link> links = new ArrayList<>();
            json.at("/fieldConfig/defaults/links")
                    .valueStream()
                    .forEach(link ->
                            links.add(new Link(Optional.empty(), link.get("url").asString())));
            for (JsonNode override : json.at("/fieldConfig/overrides"))
                for (JsonNode property : override.get("properties"))
                    if (property.get("id").asString().equals("links"))
                        for (JsonNode link : property.get("value"))
                            links.add(new Link(
                                    Optional.of(override.at("/matcher/options").asString()),
                                    link.get("url").asString()));
            return links;
        }

        private boolean showsNumbers() {
            return json.at("/fieldConfig/defaults/unit").asString().equals("locale");
        }

        @Override
        public String toString() {
            return board.name + ", " + title();
        }
    }

    /**
     * Where a click leads.
     *
     * @param column on which one; empty where the panel has one figure alone
     */
    record Link(Optional<String> column, String url) {

        /** Whether it tells of the number that an expression has. */
        boolean isOf(Target expression) {
            String reference = expression.json().get("refId").asString();
            return expression.panel().showsNumbers()
                    && column.map(("Value #" + reference)::equals).orElse(true);
        }
    }

    /** One question of a panel. */
    record Target(Panel panel, JsonNode json) {

        String source() {
            return json.at("/datasource/uid").asString();
        }

        String text() {
            return json.get(source().equals(SQL) ? "rawSql" : "expr").asString();
        }

        @Override
        public String toString() {
            return panel + ", " + json.get("refId").asString();
        }
    }
}
