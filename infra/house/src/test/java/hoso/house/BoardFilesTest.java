package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.measure.Metric;
import hoso.house.BoardFile.Link;
import hoso.house.BoardFile.Panel;
import hoso.house.BoardFile.Target;
import hoso.house.BoardFile.Variable;
import hoso.query.report.figure.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The boards hold together, each in itself and all with each other, whatever they are answered: {@link BoardAnswersTest}. */
class BoardFilesTest {

    private static final Set<String> PANEL_TYPES =
            Set.of("timeseries", "stat", "table", "bargauge", "gauge", "barchart");

    /** What others than Hoso show at the same place; {@link BoardAnswersTest} finds that they do. */
    private static final Set<String> NOT_OURS = Set.of(
            "up",
            "jvm_memory_used_bytes",
            "jvm_memory_max_bytes",
            "process_cpu_usage",
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_sum",
            "http_server_requests_seconds_max");

    /** Given by whoever scrapes, and by histograms. */
    private static final Set<String> LABELS_OF_ALL = Set.of("instance", "job", "le");

    private static final Map<String, Metric> KNOWN =
            Arrays.stream(Metric.values()).collect(Collectors.toMap(Metric::prometheusName, Function.identity()));

    private static final Pattern OF_HISTOGRAM = Pattern.compile("_(bucket|sum|count)$");
    private static final Pattern NO_METRIC =
            Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\b(by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?!(?:and|or|unless|bool|offset)\\b)([a-z_:][\\w:]*)(?![\\w:]|\\s*\\()(\\{[^}]*})?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");
    private static final Pattern CELL = Pattern.compile("/api/v1/report/dossiers\\?.*&cell=([\\w.]+)");
    private static final Pattern PROVISIONED = Pattern.compile("uid: (\\S+)\\s+type: (\\S+)");

    /** What is listed that no report has as a cell. */
    private static final Set<String> LISTS = Set.of("pending.dueWithin", "portal.differs");

    static List<BoardFile> boards() {
        return BoardFile.all();
    }

    static List<Panel> panels() {
        return boards().stream().flatMap(board -> board.panels().stream()).toList();
    }

    @Test
    void boards_have_names_of_their_own_and_lead_to_each_other() {
        assertThat(boards().stream().map(BoardFile::uid))
                .containsExactlyInAnyOrder("hoso-tien-do", "hoso-xep-hang", "hoso-don-vi", "hoso-may");
        assertThat(boards().stream().map(board -> board.json().get("title").asString()))
                .doesNotHaveDuplicates();
        for (BoardFile board : boards()) {
            assertThat(board.json().at("/tags/0").asString()).as(board.name()).isEqualTo("hoso");
            assertThat(board.json().at("/links/0/tags/0").asString())
                    .as(board.name())
                    .isEqualTo("hoso");
            assertThat(board.json().get("schemaVersion").intValue()).isGreaterThanOrEqualTo(39);
            assertThat(board.json().get("timezone").asString()).isEqualTo("Asia/Ho_Chi_Minh");
        }
    }

    @ParameterizedTest
    @MethodSource("panels")
    void a_panel_says_what_it_shows_and_in_what_unit(Panel panel) {
        assertThat(panel.title()).isNotBlank();
        assertThat(panel.json().path("description").asString("")).endsWith(".");
        assertThat(panel.json().at("/fieldConfig/defaults/unit").asString("")).isNotBlank();
        assertThat(panel.json().get("type").asString()).isIn(PANEL_TYPES);
        assertThat(panel.targets()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void panels_lie_beside_each_other_and_have_numbers_and_titles_of_their_own(BoardFile board) {
        assertThat(board.panels().stream().map(panel -> panel.json().get("id").intValue()))
                .doesNotHaveDuplicates();
        assertThat(board.panels().stream().map(Panel::title)).doesNotHaveDuplicates();
        Set<String> taken = new HashSet<>();
        for (Panel panel : board.panels()) {
            JsonNode place = panel.json().get("gridPos");
            int left = place.get("x").intValue();
            int right = left + place.get("w").intValue();
            int top = place.get("y").intValue();
            assertThat(right).as(panel.toString()).isLessThanOrEqualTo(24);
            for (int x = left; x < right; x++)
                for (int y = top; y < top + place.get("h").intValue(); y++)
                    assertThat(taken.add(x + " " + y))
                            .as("%s at %d, %d", panel, x, y)
                            .isTrue();
        }
    }

    @Test
    void what_is_asked_is_asked_of_the_two_sources_that_are_provisioned() throws IOException {
        String provisioned = Files.readString(Path.of("../grafana/provisioning/datasources/hoso.yaml"));
        Map<String, String> types = PROVISIONED
                .matcher(provisioned)
                .results()
                .collect(Collectors.toMap(source -> source.group(1), source -> source.group(2)));
        assertThat(types.keySet()).containsExactlyInAnyOrder(BoardFile.PROMETHEUS, BoardFile.SQL);
        for (BoardFile board : boards()) {
            Stream<JsonNode> sources = board.json().findValues("datasource").stream();
            assertThat(sources)
                    .as(board.name())
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(source.get("type").asString())
                            .isEqualTo(types.get(source.get("uid").asString())));
            for (Panel panel : board.panels())
                assertThat(panel.targets())
                        .as(panel.toString())
                        .allSatisfy(target -> assertThat(target.json().get("datasource"))
                                .isEqualTo(panel.json().get("datasource")));
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void a_variable_is_defined_before_it_is_used_and_used_where_it_is_defined(BoardFile board) {
        Set<String> defined = new HashSet<>(GrafanaText.BUILT_IN);
        Set<String> used = new HashSet<>();
        for (Variable variable : board.variables()) {
            Set<String> names = GrafanaText.names(variable.query());
            assertThat(defined).as(variable.name()).containsAll(names);
            assertThat(defined.add(variable.name())).as(variable.name()).isTrue();
            used.addAll(names);
        }
        for (Panel panel : board.panels()) {
            var names = new HashSet<>(GrafanaText.names(panel.json().toString()));
            names.removeIf(name -> name.startsWith(GrafanaText.FIELD));
            assertThat(defined).as(panel.toString()).containsAll(names);
            used.addAll(names);
        }
        assertThat(used)
                .containsAll(board.variables().stream().map(Variable::name).toList());
    }

    @Test
    void every_metric_asked_for_is_one_that_is_shown_with_the_labels_that_it_has() {
        List<String> asked = new ArrayList<>();
        for (String expression : expressions())
            METRIC.matcher(NO_METRIC.matcher(expression).replaceAll(""))
                    .results()
                    .forEach(found -> {
                        String name = found.group(1);
                        asked.add(name);
                        if (NOT_OURS.contains(name)) return;
                        Metric metric = metric(name);
                        assertThat(metric).as("%s in %s", name, expression).isNotNull();
                        if (found.group(2) != null)
                            assertThat(LABEL.matcher(found.group(2)).results().map(label -> label.group(1)))
                                    .as("%s in %s", name, expression)
                                    .isSubsetOf(with(metric.labels()));
                    });
        assertThat(asked).containsAll(NOT_OURS);
    }

    private static List<String> expressions() {
        Stream<String> ofPanels = panels().stream()
                .flatMap(panel -> panel.targets().stream())
                .filter(target -> target.source().equals(BoardFile.PROMETHEUS))
                .map(Target::text);
        Stream<String> ofVariables = boards().stream()
                .flatMap(board -> board.variables().stream())
                .filter(variable -> variable.source().equals(BoardFile.PROMETHEUS))
                .map(variable -> variable.query().replaceFirst("label_values\\((.*), \\w+\\)", "$1"));
        return Stream.concat(ofPanels, ofVariables).toList();
    }

    private static Metric metric(String name) {
        return KNOWN.getOrDefault(name, KNOWN.get(OF_HISTOGRAM.matcher(name).replaceFirst("")));
    }

    private static Set<String> with(List<String> labels) {
        Set<String> all = new HashSet<>(LABELS_OF_ALL);
        all.addAll(labels);
        return all;
    }

    @Test
    void what_is_linked_is_a_board_that_is_there_or_a_list_that_hoso_has() {
        Set<String> uids = boards().stream().map(BoardFile::uid).collect(Collectors.toSet());
        List<String> cells = new ArrayList<>();
        for (Panel panel : panels())
            for (Link clicked : panel.links()) {
                String link = clicked.url();
                if (link.startsWith("/d/")) {
                    assertThat(link.split("[/?]")[2]).as(panel.toString()).isIn(uids);
                    continue;
                }
                assertThat(link).as(panel.toString()).startsWith("${hoso}/api/v1/");
                CELL.matcher(link).results().forEach(cell -> cells.add(cell.group(1)));
            }
        assertThat(cells).contains("resolved.late", "pending.overdue").containsAll(LISTS);
        assertThat(cells)
                .allMatch(cell -> LISTS.contains(cell) || Cells.named(cell).isPresent());
    }
}
