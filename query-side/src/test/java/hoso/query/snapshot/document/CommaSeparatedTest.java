package hoso.query.snapshot.document;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.report.Grouping;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.FrozenTown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommaSeparatedTest {

    private static final FrozenReport MARCH = FrozenTown.report(PrintedTown.busy(7), PrintedTown.MARCH);

    @Test
    void has_every_figure_by_every_grouping() {
        List<List<String>> expected = new ArrayList<>();
        for (Grouping grouping : Grouping.values())
            for (FrozenGroup group : MARCH.groups(grouping))
                expected.add(
                        record(grouping.name().toLowerCase(Locale.ROOT), group.key(), group.name(), group.figures()));
        expected.add(record("total", "H1", "Tỉnh Một", MARCH.total()));

        List<List<String>> records = Rfc4180.records(print(MARCH).substring(1));

        assertThat(records.getFirst())
                .startsWith("grouping", "key", "name")
                .endsWith("snapshot", "position", "sha256", "provisional")
                .hasSize(3 + 11 + 4);
        assertThat(records.subList(1, records.size())).isEqualTo(expected);
    }

    private static List<String> record(String grouping, String key, String name, FrozenFigures figures) {
        List<String> record = new ArrayList<>(List.of(grouping, key, name));
        var scope = new FigureScope(figures);
        Form.COLUMNS.forEach(
                column -> record.add(scope.find(column).orElseThrow().toString()));
        record.addAll(List.of("2025-000017", "300", PrintedTown.SHA256, "false"));
        return record;
    }

    @Test
    void each_row_says_where_the_period_had_not_ended() {
        String printed =
                new String(CommaSeparated.of(PrintedTown.provisional(PrintedTown.busy(7))), StandardCharsets.UTF_8);
        List<List<String>> records = Rfc4180.records(printed.substring(1));

        assertThat(records.subList(1, records.size()))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record)
                        .hasSameSizeAs(records.getFirst())
                        .endsWith("2025-000017", "300", PrintedTown.SHA256, "true"));
    }

    @Test
    void begins_with_the_mark_by_which_excel_knows_utf_8_and_ends_its_lines_as_rfc_4180_says() {
        assertThat(print(MARCH)).startsWith("\uFEFFgrouping,").endsWith("\r\n");
        assertThat(print(MARCH).replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Test
    void what_would_be_a_formula_has_an_apostrophe_before_it() {
        List<String> names = Rfc4180.records(print(WildNames.report()).substring(1)).stream()
                .filter(record -> record.getFirst().equals("unit"))
                .map(record -> record.get(2))
                .toList();

        assertThat(names)
                .contains("'" + WildNames.NAMES.get(0), WildNames.NAMES.get(1), "'" + WildNames.NAMES.get(3))
                .noneMatch(name -> name.matches("(?s)[=+@\\-\t\r].*"));
    }

    private static String print(FrozenReport report) {
        return new String(
                CommaSeparated.of(PrintedTown.of(report, Optional.empty(), Optional.empty())), StandardCharsets.UTF_8);
    }
}
