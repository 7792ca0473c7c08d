package hoso.query.report.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.event.ReferenceFact;
import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.ReferenceRegister;
import hoso.query.books.BookReader;
import hoso.query.question.Names;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoint;
import hoso.query.report.PeriodReport;
import hoso.query.report.Reports;
import hoso.query.report.Scene;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import hoso.vocabulary.UnitLevel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierListsTest {

    private static final List<String> UNITS = List.of("H1", "H1.1", "H1.2");
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2025-05-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final String MARCH = "unit=H1&from=2025-03-01&to=2025-03-31";
    private static final String CUT = MARCH + "&at=2025-03-17T03:21:00Z";

    /** Of the portal's figures of progress, and the local ones. */
    private static final List<String> DIFFERENCES = List.of(
            "portal.inScope - received.total",
            "portal.ended.inTime portal.pending.notDue - resolved.early resolved.onTime pending.notDue");

    /** What its scope consists of. */
    private static final List<Cell> PORTAL = Stream.of(
                    "portal.ended.inTime", "portal.ended.late", "portal.pending.notDue", "portal.pending.overdue")
            .map(name -> Cells.named(name).orElseThrow())
            .toList();

    private final ReferenceRegister reference = ReferenceRegister.EMPTY
            .with("H1", unit(UnitLevel.PROVINCE, null))
            .with("H1.1", unit(UnitLevel.DISTRICT, "H1"))
            .with("H1.2", unit(UnitLevel.DISTRICT, "H1"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void behind_every_cell_stand_as_many_dossiers_as_the_report_counts(long seed) {
        Shelf shelf = shelf(seed, 150);
        for (String question : List.of(MARCH, CUT)) {
            PeriodReport report = report(shelf, question);
            for (Cell cell : dossierCells()) {
                DossierList list = list(shelf, question + "&limit=1000&cell=" + cell.name());
                assertThat(list.count())
                        .as("seed %d %s", seed, cell.name())
                        .isEqualTo(list.dossiers().size());
                assertThat(worth(list, cell))
                        .as("seed %d %s", seed, cell.name())
                        .isEqualTo(report.total().of(cell));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_dossiers_that_the_portal_sees_otherwise_make_the_whole_difference(long seed) {
        Shelf shelf = shelf(seed, 150);
        for (String question : List.of(MARCH, CUT)) {
            PeriodReport report = report(shelf, question);
            DossierList list = list(shelf, question + "&limit=1000&cell=portal.differs");
            for (String difference : DIFFERENCES) {
                long whole = report.total().sum(cells(difference, 0))
                        - report.total().sum(cells(difference, 1));
                long listed = 0;
                for (Cell cell : cells(difference, 0)) listed += worth(list, cell);
                for (Cell cell : cells(difference, 1)) listed -= worth(list, cell);
                assertThat(listed).as("seed %d %s", seed, difference).isEqualTo(whole);
            }
            assertThat(list.count()).isPositive().isLessThan(150);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void by_the_rule_of_the_portal_too_what_is_in_scope_has_ended_in_time_or_late_or_is_pending(long seed) {
        Shelf shelf = shelf(seed, 150);
        for (String question : List.of(MARCH, CUT)) {
            PeriodReport report = report(shelf, question + "&by=procedure");
            for (Figures figures : Stream.concat(
                            Stream.of(report.total()), report.groups().stream().map(PeriodReport.Group::figures))
                    .toList()) {
                assertThat(PORTAL).as("seed %d", seed).allMatch(cell -> figures.of(cell) >= 0);
                assertThat(figures.sum(PORTAL)).as("seed %d", seed).isEqualTo(value(figures, "portal.inScope"));
                assertThat(value(figures, "portal.pending.total"))
                        .isEqualTo(value(figures, "portal.pending.notDue") + value(figures, "portal.pending.overdue"));
            }
        }
    }

    private static long value(Figures figures, String cell) {
        return figures.of(Cells.named(cell).orElseThrow());
    }

    /** One side of a difference. */
    private static List<Cell> cells(String difference, int side) {
        return Arrays.stream(difference.split(" - ")[side].split(" "))
                .map(name -> Cells.named(name).orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void narrowing_leaves_out_no_dossier_behind_a_cell(long seed) {
        Shelf whole = shelf(seed, 150);
        Shelf narrowed = new Shelf(true);
        narrowed.putRandom(150, new Random(seed), UNITS, BEGIN, END);

        for (Cell cell : dossierCells()) {
            String question = CUT + "&limit=1000&cell=" + cell.name();
            assertThat(ids(list(narrowed, question)))
                    .as("seed %d %s", seed, cell.name())
                    .isEqualTo(ids(list(whole, question)));
        }
        assertThat(narrowed.visited()).isLessThan(whole.visited());
    }

    @ParameterizedTest
    @CsvSource({"id, received.new", "dueAt, pending.total", "receivedAt, received.total", "id, amounts.onlinePayments"})
    void pages_follow_one_another_without_a_gap_though_dossiers_come_in_between(String sort, String cell) {
        Shelf shelf = shelf(7, 200);
        String question = MARCH + "&sort=" + sort + "&cell=" + cell;
        List<String> whole = ids(list(shelf, question + "&limit=1000"));

        List<String> paged = new ArrayList<>();
        var random = new Random(8);
        DossierList page = list(shelf, question + "&limit=7");
        while (true) {
            assertThat(page.count()).isEqualTo(whole.size());
            paged.addAll(ids(page));
            if (page.next().isEmpty()) break;
            shelf.putRandom(5, random, UNITS, BEGIN, END);
            page = list(shelf, question + "&limit=7&after=" + page.next().get().text());
        }

        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(14);
    }

    @Test
    void is_sorted_by_what_it_is_asked_for_and_then_by_id() {
        Shelf shelf = shelf(3, 100);
        Map<String, Instant> byDue = new TreeMap<>();
        list(shelf, MARCH + "&cell=received.total&limit=1000")
                .dossiers()
                .forEach(dossier -> byDue.put(dossier.id(), dossier.history().dueAt()));
        List<String> expected = byDue.entrySet().stream()
                .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(ids(list(shelf, MARCH + "&cell=received.total&limit=1000&sort=dueAt")))
                .isEqualTo(expected);
        assertThat(ids(list(shelf, MARCH + "&cell=received.total&limit=1000"))).isSorted();
    }

    @Test
    void a_page_by_id_ends_its_search_when_it_is_full() {
        Shelf shelf = shelf(1, 400);
        list(shelf, MARCH + "&cell=received.total&limit=10");
        assertThat(shelf.visited()).isLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({"field, A", "procedure, 1.000002", "channel, POSTAL", "unit, H1.2", "unit, H1", "level, DISTRICT"})
    void the_dossiers_of_one_group_are_those_that_its_figure_counts(String by, String key) {
        Shelf shelf = shelf(5, 150);
        PeriodReport.Group group = report(shelf, MARCH + "&by=" + by).groups().stream()
                .filter(it -> it.key().equals(key))
                .findAny()
                .orElseThrow();
        Cell cell = Cells.named("resolved.total").orElseThrow();

        DossierList list = list(shelf, MARCH + "&limit=1000&cell=resolved.total&by=" + by + "&key=" + key);

        assertThat(list.count())
                .isEqualTo(group.figures().of(cell))
                .isEqualTo(list.dossiers().size());
        assertThat(list.count()).isPositive();
    }

    @Test
    void the_worklist_is_what_is_open_unpaused_and_due_in_the_rest_of_the_day_or_the_days_after() {
        Shelf shelf = shelf(11, 300);
        Instant at = Instant.parse("2025-03-17T03:21:00Z");
        Instant end = Instant.parse("2025-03-20T17:00:00Z");

        List<String> due = ids(list(shelf, CUT + "&limit=1000&cell=pending.dueWithin&days=3"));

        List<String> expected = list(shelf, CUT + "&limit=1000&cell=pending.notDue").dossiers().stream()
                .filter(it -> !it.history().dueAt().isBefore(at)
                        && it.history().dueAt().isBefore(end))
                .filter(it -> !pausedAt(it.history(), at))
                .map(Candidate::id)
                .toList();
        assertThat(due).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void a_worklist_that_begins_with_a_day_has_just_its_days() {
        Shelf shelf = shelf(11, 300);
        Instant end = Instant.parse("2025-03-31T17:00:00Z");

        assertThat(list(shelf, MARCH + "&limit=1000&cell=pending.dueWithin&days=1")
                        .dossiers())
                .isNotEmpty()
                .allMatch(it -> it.history().dueAt().isBefore(end.plusSeconds(86_400)));
        assertThat(list(shelf, MARCH + "&limit=1000&cell=pending.dueWithin&days=0")
                        .dossiers())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MARCH,
                MARCH + "&cell=",
                MARCH + "&cell=received",
                MARCH + "&cell=resolved.lates",
                MARCH + "&cell=petitions.received",
                MARCH + "&cell=rates.onTime",
                MARCH + "&cell=received.new&days=3",
                MARCH + "&cell=pending.dueWithin",
                MARCH + "&cell=pending.dueWithin&days=-1",
                MARCH + "&cell=pending.dueWithin&days=367",
                MARCH + "&cell=received.new&limit=0",
                MARCH + "&cell=received.new&limit=1001",
                MARCH + "&cell=received.new&sort=unit",
                MARCH + "&cell=received.new&after=abc",
                MARCH + "&cell=received.new&after=%%%",
                MARCH + "&cell=received.new&key=H9",
                MARCH + "&cell=received.new&page=2",
            })
    void is_malformed_where_there_is_no_such_list(String question) {
        Shelf shelf = shelf(1, 1);
        assertThatThrownBy(() -> list(shelf, question))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().code()).isEqualTo("malformed"));
    }

    @Test
    void a_page_belongs_to_the_list_it_was_given_for() {
        Shelf shelf = shelf(1, 100);
        String after = list(shelf, MARCH + "&cell=received.new&limit=1")
                .next()
                .orElseThrow()
                .text();

        assertThat(list(shelf, MARCH + "&cell=received.new&limit=5&after=" + after)
                        .dossiers())
                .hasSize(5);
        for (String other :
                List.of("&cell=received.total", "&cell=received.new&sort=dueAt", "&cell=received.new&by=field"))
            assertThatThrownBy(() -> list(shelf, MARCH + other + "&after=" + after))
                    .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s|-1|2026-11-20T00:00:00Z|2025-03-31|1970-01-01T00:00:00Z|D",
                "%s|1x|2026-11-20T00:00:00Z|2025-03-31|1970-01-01T00:00:00Z|D",
                "%s|1|yesterday|2025-03-31|1970-01-01T00:00:00Z|D",
                "%s|1|2020-01-01T00:00:00Z|2025-03-31|1970-01-01T00:00:00Z|D",
                "%s|1|2026-11-20T00:00:00Z|today|1970-01-01T00:00:00Z|D",
                "%s|1|2026-11-20T00:00:00Z|2025-03-31|D",
                "%s|1|2026-11-20T00:00:00Z|2025-03-31|1970-01-01T00:00:00Z|D|E",
            })
    void a_forged_end_of_a_page_is_malformed(String forged) {
        Shelf shelf = shelf(1, 10);
        String list = MARCH + "&cell=received.total";
        String plain = forged.formatted(question(list).list());
        String after = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> list(shelf, list + "&after=" + after))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().code()).isEqualTo("malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending.dueWithin&days=9", "portal.differs", "amounts.paidOnline"})
    void a_list_that_no_figure_counts_is_counted_by_unit_on_its_first_page(String cell) {
        Shelf shelf = shelf(11, 300);
        for (String sort : List.of("id", "dueAt")) {
            String asked = CUT + "&sort=" + sort + "&cell=" + cell;
            Map<String, Long> listed = new TreeMap<>(Map.of("H1.1", 0L, "H1.2", 0L));
            list(shelf, asked + "&limit=1000")
                    .dossiers()
                    .forEach(
                            dossier -> listed.merge(dossier.history().received().unit(), 1L, Long::sum));

            DossierList page = list(shelf, asked + "&limit=2");

            assertThat(page.byUnit()).as(asked).contains(listed);
            assertThat(listed).containsKey("H1");
            String after = page.next().orElseThrow().text();
            assertThat(list(shelf, asked + "&limit=2&after=" + after).byUnit()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "received.total",
                "pending.overdue",
                "pending.overdue&sort=dueAt",
                "portal.ended.late",
                "portal.differs&key=H1.1",
                "pending.dueWithin&days=9&by=channel&key=ONLINE"
            })
    void what_the_report_counts_by_unit_or_one_group_alone_is_not_counted_again(String cell) {
        assertThat(list(shelf(11, 300), CUT + "&cell=" + cell).byUnit()).isEmpty();
    }

    private static boolean pausedAt(DossierHistory dossier, Instant at) {
        List<ClockEntry> clock = dossier.clock();
        boolean paused = false;
        for (ClockEntry entry : clock) if (entry.at().isBefore(at)) paused = entry.ruling() instanceof Ruling.Paused;
        return paused;
    }

    /** What the dossiers of a list add to a cell. */
    private static long worth(DossierList list, Cell cell) {
        var only = new Shelf(false);
        list.dossiers().forEach(dossier -> only.put(dossier.id(), dossier.history()));
        Instant start = list.cuts().start();
        return only
                .sumsBefore(
                        1_000,
                        BookReader.Dimension.OWNING_UNIT,
                        Set.copyOf(UNITS),
                        List.of(start, list.cuts().end()))
                .values()
                .stream()
                .mapToLong(rows -> cell.value(rows[0], rows[1]))
                .sum();
    }

    private static List<Cell> dossierCells() {
        return Cells.all().stream().filter(cell -> !cell.countsPetitions()).toList();
    }

    private static List<String> ids(DossierList list) {
        return list.dossiers().stream().map(Candidate::id).toList();
    }

    private static Shelf shelf(long seed, int dossiers) {
        var shelf = new Shelf(false);
        shelf.putRandom(dossiers, new Random(seed), UNITS, BEGIN, END);
        return shelf;
    }

    private PeriodReport report(Shelf shelf, String question) {
        CellQuestion asked = question(question + "&cell=received.new");
        return new Reports(shelf, ReadSide.COMPLETE, 1)
                .report(Scene.of(asked.report(), reference, Names.PLAIN), standpoint(asked, shelf));
    }

    private DossierList list(Shelf shelf, String question) {
        CellQuestion asked = question(question);
        return new DossierLists(shelf, shelf)
                .list(asked, Scene.of(asked.report(), reference, Names.PLAIN), standpoint(asked, shelf));
    }

    /** As of what the question names, as the second page does; else the newest. */
    private static Standpoint standpoint(CellQuestion question, Shelf shelf) {
        long position = question.after().map(PageEnd::position).orElse(shelf.position());
        return new Standpoint(position, NOW, NOW);
    }

    private static CellQuestion question(String query) {
        Map<String, List<String>> given = Arrays.stream(query.split("&"))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> List.of(pair.substring(pair.indexOf('=') + 1))));
        return CellQuestion.of(Parameters.of(given, CellQuestion.PARAMETERS));
    }

    private static ReferenceFact unit(UnitLevel level, @Nullable String parent) {
        return new ReferenceFact.UnitRegistered("Đơn vị", level, parent, LocalDate.of(2020, 1, 1));
    }
}
