package hoso.query.snapshot.restatement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Caller;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.query.report.Grouping;
import hoso.query.report.Joining;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportQuestion;
import hoso.query.report.figure.Cells;
import hoso.query.snapshot.Cause;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.WildHouse;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.FrozenGroup;
import hoso.query.snapshot.restatement.RestatementAnswer.ChangedCell;
import hoso.vocabulary.UnitRights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestatementTest {

    private static final String MARCH = "\"from\":\"2024-03-01\",\"to\":\"2024-03-31\"";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void what_moved_a_figure_adds_up_to_the_difference(long seed) {
        var random = new Random(seed);
        List<String> groupings = List.of("unit", "field", "procedure", "channel", "level");
        try (var house = new WildHouse(seed).happen(900)) {
            String by = groupings.get(random.nextInt(groupings.size()));
            Snapshot snapshot = house.freeze(MARCH + ",\"by\":\"" + by + "\"");
            house.happen(500).happen(300);
            RestatementAnswer answer = restated(house, snapshot, Map.of("limit", "1000"));

            assertThat(answer.cells()).as("seed %d", seed).hasSizeGreaterThan(20);
            for (ChangedCell cell : answer.cells()) {
                String where = "seed " + seed + ", by " + by + ": " + cell;
                assertThat(cell.now() - cell.then()).as(where).isEqualTo(cell.difference());
                assertThat(cell.causes().stream().mapToLong(Part::difference).sum())
                        .as(where)
                        .isEqualTo(cell.difference());
                assertThat(cell.causes()).as(where).extracting(Part::cause).doesNotContain(Cause.UNEXPLAINED);
                if (cell.key() == null) ofTotal(where, cell);
            }
            assertThat(answer.cells())
                    .flatExtracting(ChangedCell::causes)
                    .extracting(Part::cause)
                    .contains(Cause.LATE_FACT, Cause.LATE_TAG, Cause.CORRECTION, Cause.VOID, Cause.REDECISION);
        }
    }

    @Test
    void a_provisional_report_is_restated_at_the_moment_that_cut_it() {
        try (var house = new WildHouse(45).happen(700).at("2024-03-12T04:30:00Z")) {
            Snapshot snapshot = house.freeze(MARCH);
            house.happen(500).at("2026-11-20T02:00:00Z");
            RestatementAnswer answer = restated(house, snapshot, Map.of("limit", "1000"));
            assertThat(answer.at()).isEqualTo(Instant.parse("2024-03-12T04:30:00Z"));
            assertThat(answer.cells()).isNotEmpty();
            for (ChangedCell cell : answer.cells()) {
                assertThat(cell.causes()).extracting(Part::cause).doesNotContain(Cause.UNEXPLAINED);
                if (cell.key() == null) ofTotal("", cell);
            }
        }
    }

    private static void ofTotal(String where, ChangedCell cell) {
        long byDossiers =
                cell.dossiers().stream().mapToLong(MovedDossier::difference).sum();
        long byUnits = cell.units().stream().mapToLong(MovedUnit::difference).sum();
        assertThat(byDossiers + byUnits).as(where).isEqualTo(cell.difference());
        for (MovedDossier dossier : cell.dossiers())
            assertThat(dossier.events().stream()
                            .mapToLong(MovedEvent::difference)
                            .sum())
                    .as(where)
                    .isEqualTo(dossier.difference());
    }

    @Test
    void where_nothing_happened_nothing_is_told() {
        try (var house = new WildHouse(36).happen(500)) {
            Snapshot snapshot = house.freeze(MARCH);
            assertThat(restated(house, snapshot, Map.of()).cells()).isEmpty();
        }
    }

    @Test
    void who_does_not_see_all_that_another_tree_has_is_refused() {
        try (var house = new WildHouse(46)) {
            house.log.reference("unit.moved", "H1.3", Instant.EPOCH, moved("H1.2", "2020-01-02"));
            house.log.reference("unit.moved", "H1.3", Instant.EPOCH, moved("H1", "2021-01-01"));
            house.publish();
            Snapshot snapshot = house.freeze("H1.2", MARCH);
            Caller own = new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of("H1.2")));
            house.restatements.answer(snapshot, Map.of(), own);
            assertThatThrownBy(() -> house.restatements.answer(snapshot, Map.of("tree", List.of("2020-06-01")), own))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN));
        }
    }

    @Test
    void a_cell_that_no_report_prints_is_refused() {
        try (var house = new WildHouse(47).happen(100)) {
            Snapshot snapshot = house.freeze(MARCH);
            assertThatThrownBy(() -> restated(house, snapshot, Map.of("cell", "portal.inScope")))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED));
        }
    }

    @Test
    void the_dossiers_of_a_figure_come_page_by_page() {
        try (var house = new WildHouse(37).happen(900)) {
            Snapshot snapshot = house.freeze(MARCH);
            house.happen(900);
            ChangedCell whole = cell(restated(house, snapshot, Map.of("limit", "1000")), "tags.digitized.inScope");
            List<MovedDossier> paged = new ArrayList<>();
            String after = "";
            ChangedCell page;
            do {
                Map<String, String> asked = after.isEmpty()
                        ? Map.of("cell", "tags.digitized.inScope", "limit", "3")
                        : Map.of("cell", "tags.digitized.inScope", "limit", "3", "after", after);
                page = cell(restated(house, snapshot, asked), "tags.digitized.inScope");
                paged.addAll(page.dossiers());
                assertThat(page.next() == null).isEqualTo(page.more() == null);
                after = page.next();
            } while (after != null);
            assertThat(whole.dossiers()).hasSizeGreaterThan(6);
            assertThat(paged).isEqualTo(whole.dossiers());
        }
    }

    @Test
    void the_dossiers_of_a_group_are_listed_where_it_is_asked_for() {
        try (var house = new WildHouse(38).happen(900)) {
            Snapshot snapshot = house.freeze(MARCH + ",\"by\":\"field\"");
            house.happen(600);
            RestatementAnswer answer =
                    restated(house, snapshot, Map.of("key", "Lĩnh vực 1", "cell", "received.total", "limit", "1000"));
            assertThat(answer.cells())
                    .filteredOn(cell -> cell.key() == null)
                    .allMatch(cell -> cell.dossiers().isEmpty());
            assertThat(answer.cells())
                    .filteredOn(cell -> "Lĩnh vực 1".equals(cell.key()))
                    .singleElement()
                    .satisfies(cell -> ofTotal("", cell));
        }
    }

    @Test
    void a_unit_that_moves_is_a_cause_of_its_own_and_is_named_with_what_it_owns() {
        try (var house = new WildHouse(39).happen(500)) {
            house.log.reference("unit.moved", "H1.2", Instant.EPOCH, moved("H1", "2024-02-01"));
            house.publish();
            Snapshot snapshot = house.freeze(MARCH);
            house.log.reference("unit.moved", "H1.2", Instant.EPOCH, moved("H1.1", "2024-02-01"));
            house.publish();

            RestatementAnswer answer = restated(house, snapshot, Map.of());

            assertThat(answer.cells()).isNotEmpty();
            for (ChangedCell cell : answer.cells()) {
                assertThat(cell.causes())
                        .singleElement()
                        .extracting(Part::cause)
                        .isEqualTo(Cause.UNIT_MOVED);
                assertThat(cell.units()).singleElement().satisfies(unit -> {
                    assertThat(unit.position()).isEqualTo(house.log.head());
                    assertThat(unit.type()).isEqualTo("hoso.unit.moved.v1");
                    assertThat(unit.unit()).isEqualTo("H1.2");
                    assertThat(unit.owners()).containsExactly("H1.2");
                });
            }
            assertThat(answer.cells()).extracting(ChangedCell::key).containsOnly("H1.1", "H1.2");
        }
    }

    @Test
    void figures_of_another_edition_are_a_cause_of_their_own() {
        try (var house = new WildHouse(40).happen(600)) {
            house.freeze(MARCH);
            house.database.forge("UPDATE snapshot.entry SET content = convert_to(regexp_replace(replace("
                    + "convert_from(content, 'UTF8'), '\"edition\":" + hoso.query.ledger.Contribution.EDITION
                    + "', '\"edition\":99'), '\"total\":\\{\"amounts\":\\{\"notifications\":[0-9]+',"
                    + " '\"total\":{\"amounts\":{\"notifications\":4711', 'g'), 'UTF8')");
            Snapshot snapshot = house.desk.open("S1", WildHouse.ANYBODY);

            ChangedCell changed = cell(restated(house, snapshot, Map.of()), "amounts.notifications");

            assertThat(changed.then()).isEqualTo(4711);
            assertThat(changed.causes()).singleElement().extracting(Part::cause).isEqualTo(Cause.EDITION);
        }
    }

    @Test
    void figures_that_nothing_explains_are_said_to_be_so() {
        try (var house = new WildHouse(41).happen(600)) {
            house.freeze(MARCH);
            house.database.forge("UPDATE snapshot.entry SET content = convert_to(regexp_replace("
                    + "convert_from(content, 'UTF8'), '\"total\":\\{\"amounts\":\\{\"notifications\":[0-9]+',"
                    + " '\"total\":{\"amounts\":{\"notifications\":4711', 'g'), 'UTF8')");
            Snapshot snapshot = house.desk.open("S1", WildHouse.ANYBODY);

            assertThat(cell(restated(house, snapshot, Map.of()), "amounts.notifications")
                            .causes())
                    .singleElement()
                    .extracting(Part::cause)
                    .isEqualTo(Cause.UNEXPLAINED);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 43, 44})
    void a_report_joins_the_last_snapshot_that_ends_where_it_begins_and_says_why_it_does_not_fit(long seed) {
        try (var house = new WildHouse(seed).happen(700)) {
            Snapshot february = house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-28\"");
            assertThat(february.entry().header().joint()).isNull();
            Joint fits = joint(house.freeze(MARCH));
            house.happen(500);
            Joint moved = joint(house.freeze(MARCH));

            assertThat(fits.snapshot()).isEqualTo(february.id());
            assertThat(fits.difference()).as("seed %d", seed).isEqualTo(sum(fits));
            assertThat(moved.pending()).isEqualTo(fits.pending());
            assertThat(moved.difference()).isNotZero().isEqualTo(sum(moved));
            assertThat(moved.parts()).extracting(Joint.Part::cause).doesNotContain(Cause.UNEXPLAINED);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {48, 49})
    void a_joint_that_costs_too_much_is_explained_by_one_question_after_another(long seed) {
        try (var house = new WildHouse(seed).happen(700)) {
            house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            house.happen(500);
            Joint whole = joined(house, new Explanations(house.restatements, house.restating), Map.of());
            assertThat(whole.explainedTo()).isNull();
            assertThat(sum(whole)).as("seed %d", seed).isEqualTo(whole.difference());
            var frugal = new Explanations(house.restatements, house.restating, 150);
            int asked = 1;
            Joint part = joined(house, frugal, Map.of());
            for (; part.explainedTo() != null; asked++) part = joined(house, frugal, Map.of());
            assertThat(asked).isGreaterThan(3);
            assertThat(part).as("seed %d", seed).isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {50, 51, 52})
    void an_explanation_goes_on_from_where_it_was_and_is_the_same_as_one_made_at_once(long seed) {
        try (var house = new WildHouse(seed).happen(700)) {
            house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            var kept = new Explanations(house.restatements, house.restating);
            List<String> positions = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                house.happen(120);
                positions.add(Long.toString(house.log.head()));
                assertThat(joined(house, kept, Map.of()))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(joined(house, new Explanations(house.restatements, house.restating), Map.of()));
            }
            for (String position : positions) {
                Joint asOf = joined(house, kept, Map.of("asOf", position));
                assertThat(sum(asOf)).as("seed %d as of %s", seed, position).isEqualTo(asOf.difference());
            }
        }
    }

    @Test
    void a_report_as_of_a_position_joins_none_that_was_frozen_after_it() {
        try (var house = new WildHouse(53).happen(300)) {
            var explanations = new Explanations(house.restatements, house.restating);
            Map<String, String> before = Map.of("asOf", Long.toString(house.log.head()));
            house.happen(10).freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            assertThat(joint(house, explanations, WildHouse.ANYBODY, before)).isEmpty();
            assertThat(joint(house, explanations, WildHouse.ANYBODY, Map.of())).isPresent();
        }
    }

    @Test
    void an_explanation_that_looks_back_is_read_on_too() {
        try (var house = new WildHouse(56).happen(400)) {
            house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            Map<String, String> past =
                    Map.of("asOf", Long.toString(house.happen(300).log.head()));
            Joint whole = joined(house, new Explanations(house.restatements, house.restating), past);
            house.happen(100);
            var frugal = new Explanations(house.restatements, house.restating, 90);
            Joint newest = joined(house, frugal, Map.of());
            while (newest.explainedTo() != null) newest = joined(house, frugal, Map.of());
            Joint part = joined(house, frugal, past);
            assertThat(part.explainedTo()).isNotNull();
            for (int asked = 0; asked < 20 && part.explainedTo() != null; asked++) part = joined(house, frugal, past);
            assertThat(part).isEqualTo(whole);
        }
    }

    @Test
    void what_was_explained_is_told_to_all_who_ask_at_once() throws Exception {
        try (var house = new WildHouse(57).happen(400)) {
            house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            house.happen(200);
            var explanations = new Explanations(house.restatements, house.restating);
            Joint whole = joined(house, explanations, Map.of());
            assertThat(whole.parts()).isNotEmpty();
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<Joint>> asking = new ArrayList<>();
                for (int index = 0; index < 40; index++)
                    asking.add(threads.submit(() -> joined(house, explanations, Map.of())));
                for (Future<Joint> asked : asking) assertThat(asked.get()).isEqualTo(whole);
            }
        }
    }

    @Test
    void an_explanation_is_of_the_books_it_was_read_from() {
        try (var house = new WildHouse(58).happen(400)) {
            house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            house.happen(200);
            var explanations = new Explanations(house.restatements, house.restating);
            Joint whole = joined(house, explanations, Map.of());
            assertThat(whole.parts()).isNotEmpty();
            house.database.forge("DELETE FROM books.journal_0");
            assertThat(joined(house, explanations, Map.of())).as("kept").isEqualTo(whole);
            house.rebuild();
            assertThat(joined(house, explanations, Map.of())).as("read anew").isEqualTo(whole);
        }
    }

    @Test
    void a_snapshot_whose_figures_were_changed_leaves_the_next_report_and_all_others_as_they_are() {
        try (var house = new WildHouse(59).happen(300)) {
            house.freeze("\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"");
            house.happen(200);
            house.database.forge("UPDATE snapshot.entry SET content = convert_to(regexp_replace(convert_from(content, "
                    + "'UTF8'), '\"position\":[0-9]+', '\"position\":900000000000000'), 'UTF8')");
            var explanations = new Explanations(house.restatements, house.restating);
            Joint joint = joined(house, explanations, Map.of());
            assertThat(joint.parts()).isEmpty();
            assertThat(joint.explainedTo()).isNotNull();
            house.log.reference("unit.registered", "H1.9", Instant.EPOCH, WildHouse.unit("Huyện 9", "DISTRICT", "H1"));
            house.publish();
            assertThat(house.freeze(MARCH).report().orElseThrow().groups(Grouping.UNIT))
                    .extracting(FrozenGroup::key)
                    .contains("H1.9");
        }
    }

    @Test
    void a_tree_in_between_shows_nobody_units_that_are_not_theirs() {
        try (var house = new WildHouse(60)) {
            house.log.reference("unit.registered", "H9", Instant.EPOCH, WildHouse.unit("Tỉnh Chín", "PROVINCE", null));
            house.log.reference("unit.moved", "H1.4", Instant.EPOCH, moved("H9", "2020-01-02"));
            house.happen(300);
            for (String office : List.of("H1.1", "H1.2", "H1.3"))
                house.log.reference("unit.moved", office, Instant.EPOCH, moved("H1", "2024-02-01"));
            house.log.reference("unit.moved", "H1.4", Instant.EPOCH, moved("H9", "2020-01-03"));
            house.log.reference("unit.moved", "H1.4", Instant.EPOCH, moved("H9", "2024-01-20"));
            house.publish();
            Snapshot snapshot = house.freeze(MARCH);
            house.log.reference("unit.moved", "H1.4", Instant.EPOCH, moved("H1", "2024-02-01"));
            house.log.reference("unit.moved", "H1.4", Instant.EPOCH, moved("H9", "2024-02-01"));
            house.publish();
            Caller own = new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of("H1")));
            assertThat(house.restatements.answer(snapshot, Map.of(), own).cells())
                    .isEmpty();
            house.log.reference("unit.moved", "H1.3", Instant.EPOCH, moved("H1.1", "2024-02-02"));
            house.publish();
            assertThat(house.restatements.answer(snapshot, Map.of(), own).cells())
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(cell.units())
                            .singleElement()
                            .satisfies(unit -> assertThat(unit.owners()).containsExactly("H1.3")));
        }
    }

    @Test
    void a_joint_names_no_snapshot_of_units_that_the_caller_does_not_see() {
        try (var house = new WildHouse(54)) {
            house.log.reference("unit.moved", "H1.3", Instant.EPOCH, moved("H1.1", "2020-01-02"));
            house.log.reference("unit.moved", "H1.3", Instant.EPOCH, moved("H1", "2021-01-01"));
            house.publish();
            house.freeze("H1.1", "\"from\":\"2024-02-01\",\"to\":\"2024-02-29\",\"tree\":\"2020-06-01\"");
            var explanations = new Explanations(house.restatements, house.restating);
            Caller own = new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of("H1.1")));
            Caller both =
                    new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of("H1.1", "H1.3")));
            Map<String, String> asked = Map.of("unit", "H1.1");
            assertThat(joint(house, explanations, own, asked)).isEmpty();
            assertThat(joint(house, explanations, both, asked)).isPresent();
        }
    }

    private static Joint joined(WildHouse house, Explanations explanations, Map<String, String> asked) {
        return joint(house, explanations, WildHouse.ANYBODY, asked).orElseThrow();
    }

    /** Of the report on March. */
    private static Optional<Joint> joint(
            WildHouse house, Explanations explanations, Caller caller, Map<String, String> asked) {
        Map<String, String> given = new HashMap<>(Map.of("unit", "H1", "from", "2024-03-01", "to", "2024-03-31"));
        given.putAll(asked);
        ReportDesk.Admitted admitted =
                house.reports.admit(ReportQuestion.of(Parameters.of(lists(given), ReportQuestion.PARAMETERS)), caller);
        long carriedOver = house.reports
                .report(admitted)
                .total()
                .of(Cells.named("received.carriedOver").orElseThrow());
        return house.joints(explanations).joint(admitted, carriedOver, Joining.Effort.BOUNDED);
    }

    @Test
    void dossiers_are_counted_for_the_group_that_is_asked_for_alone() {
        try (var house = new WildHouse(55).happen(700)) {
            Snapshot snapshot = house.freeze(MARCH);
            house.happen(400);
            RestatementAnswer answer = restated(house, snapshot, Map.of("cell", "received.total"));
            assertThat(answer.cells())
                    .extracting(ChangedCell::key)
                    .contains((String) null)
                    .hasSizeGreaterThan(1);
            for (ChangedCell cell : answer.cells())
                for (Part part : cell.causes())
                    assertThat(part.dossiers() != null).as(cell.toString()).isEqualTo(cell.key() == null);
        }
    }

    private static Joint joint(Snapshot snapshot) {
        Joint joint = snapshot.entry().header().joint();
        assertThat(joint).isNotNull();
        assertThat(snapshot.report().orElseThrow().total().cell("received.carriedOver"))
                .isEqualTo(joint.carriedOver());
        return joint;
    }

    private static long sum(Joint joint) {
        return joint.parts().stream().mapToLong(Joint.Part::difference).sum();
    }

    private static String moved(String parent, String validFrom) {
        return "{\"parent\":\"" + parent + "\",\"validFrom\":\"" + validFrom + "\"}";
    }

    private static ChangedCell cell(RestatementAnswer answer, String name) {
        assertThat(Cells.named(name)).isPresent();
        return answer.cells().stream()
                .filter(cell -> cell.key() == null && cell.cell().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static RestatementAnswer restated(WildHouse house, Snapshot snapshot, Map<String, String> asked) {
        return house.restatements.answer(snapshot, lists(asked), WildHouse.ANYBODY);
    }

    private static Map<String, List<String>> lists(Map<String, String> asked) {
        Map<String, List<String>> given = new HashMap<>();
        asked.forEach((name, value) -> given.put(name, List.of(value)));
        return given;
    }
}
