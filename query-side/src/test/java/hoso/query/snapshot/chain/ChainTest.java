package hoso.query.snapshot.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.canonical.Canonical;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.chain.ChainWalk.Damaged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChainTest {

    private static final BooksDatabase DATABASE = new BooksDatabase();

    private Instant now = Instant.parse("2024-04-01T02:00:00.123456789Z");
    private final Chain chain = new Chain(DATABASE.dataSource(), () -> now);

    @BeforeEach
    void empty() {
        DATABASE.forge("DELETE FROM snapshot.entry");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void rows_are_numbered_from_1_and_each_names_the_hash_of_the_one_before() {
        Entry one = chain.add(report(1));
        Entry two = chain.add(report(2));
        Entry three = chain.add(Draft.Signature.of("clerk", signed("86"), 1));

        assertThat(one.header().previous()).isEqualTo("0".repeat(64));
        assertThat(two.header().previous()).isEqualTo(one.hash());
        assertThat(three.header().previous()).isEqualTo(two.hash());
        assertThat(List.of(one, two, three))
                .extracting(entry -> entry.header().number())
                .containsExactly(1L, 2L, 3L);
        assertThat(three.header().snapshot()).isEqualTo(1);
        for (Entry entry : List.of(one, two, three))
            assertThat(chain.tampering(entry)).isEmpty();
        assertThat(chain.table().entry(2).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(two);
    }

    @Test
    void time_never_goes_back_along_it_and_is_to_the_microsecond() {
        chain.add(report(1));
        now = now.minusSeconds(3_600);
        assertThat(chain.add(report(2)).header().madeAt()).isEqualTo(Instant.parse("2024-04-01T02:00:00.123456Z"));
    }

    @Test
    void who_add_at_once_add_in_turn() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Entry>> adding = new ArrayList<>();
            for (int index = 0; index < 40; index++) {
                int number = index;
                adding.add(threads.submit(() -> new Chain(DATABASE.dataSource(), () -> now).add(report(number))));
            }
            for (Future<Entry> added : adding)
                assertThat(chain.tampering(added.get())).isEmpty();
        }
        for (long number = 1; number <= 40; number++)
            assertThat(chain.tampering(chain.table().entry(number).orElseThrow()))
                    .isEmpty();
    }

    @Test
    void who_finds_others_adding_for_too_long_is_told_to_come_again() throws Exception {
        try (var connection = DATABASE.connect()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT pg_advisory_xact_lock(" + 0x686F_736F_736E_6170L + ")");
            assertThatThrownBy(() -> chain.add(report(1)))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE));
            connection.rollback();
        }
        assertThat(chain.add(report(1)).header().number()).isEqualTo(1);
    }

    @Test
    void a_report_is_signed_once() {
        chain.add(report(1));
        chain.add(Draft.Signature.of("clerk", signed("86"), 1));
        assertThatThrownBy(() -> chain.add(Draft.Signature.of("clerk", signed("87"), 1)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(chain.read(chain.table().report(1).orElseThrow())
                        .signature()
                        .orElseThrow()
                        .decision())
                .isEqualTo("86");
        assertThat(chain.add(report(2)).header().number()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE snapshot.entry SET content = '{}' WHERE number = 2, CONTENT",
        "UPDATE snapshot.entry SET content = 'no JSON' WHERE number = 2, CONTENT",
        "UPDATE snapshot.entry SET header = replace(header; 'clerk'; 'boss') WHERE number = 2, ROW",
        "DELETE FROM snapshot.entry WHERE number = 2, ROW_AFTER GAP",
        "DELETE FROM snapshot.entry WHERE number = 3, ROW_AFTER GAP",
    })
    void a_signature_that_was_changed_or_taken_away_is_told(String forgery, String expected) {
        chain.add(report(1));
        chain.add(Draft.Signature.of("clerk", signed("86"), 1));
        chain.add(report(2));
        chain.add(report(3));
        DATABASE.forge(forgery.replace(';', ','));
        assertThat(chain.read(chain.table().report(1).orElseThrow()).tampering())
                .containsExactlyInAnyOrder(List.of(expected.split(" ")).stream()
                        .map(Tampering::valueOf)
                        .toArray(Tampering[]::new));
    }

    @Test
    void the_application_may_add_and_neither_change_nor_take_away() {
        chain.add(report(1));
        JdbcClient application = JdbcClient.create(DATABASE.dataSource());
        for (String sql : List.of(
                "UPDATE snapshot.entry SET content = ''", "DELETE FROM snapshot.entry", "TRUNCATE snapshot.entry"))
            assertThatThrownBy(() -> application.sql(sql).update())
                    .isInstanceOf(BadSqlGrammarException.class)
                    .hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE snapshot.entry SET content = '{}' WHERE number = 2, CONTENT",
        "UPDATE snapshot.entry SET header = replace(header; 'clerk'; 'boss') WHERE number = 2, ROW",
        "UPDATE snapshot.entry SET hash = sha256('x') WHERE number = 2, ROW ROW_AFTER",
        "DELETE FROM snapshot.entry WHERE number = 1, ROW_BEFORE",
        "UPDATE snapshot.entry SET hash = sha256('x') WHERE number = 1, ROW_BEFORE",
        "DELETE FROM snapshot.entry WHERE number = 3, ROW_AFTER",
    })
    void a_row_that_was_changed_is_told_and_so_are_those_beside_it(String forgery, String expected) {
        for (int number = 1; number <= 4; number++) chain.add(report(number));
        DATABASE.forge(forgery.replace(';', ','));
        assertThat(chain.tampering(chain.table().entry(2).orElseThrow()))
                .containsExactlyInAnyOrder(List.of(expected.split(" ")).stream()
                        .map(Tampering::valueOf)
                        .toArray(Tampering[]::new));
    }

    @Test
    void a_row_that_was_changed_with_its_own_hash_no_longer_fits_the_next() {
        for (int number = 1; number <= 3; number++) chain.add(report(number));
        DATABASE.forge("UPDATE snapshot.entry SET header = replace(header, 'clerk', 'boss') WHERE number = 2");
        DATABASE.forge("UPDATE snapshot.entry SET hash = sha256(convert_to(header, 'UTF8')) WHERE number = 2");
        assertThat(chain.tampering(chain.table().entry(2).orElseThrow())).containsExactly(Tampering.ROW_AFTER);
        assertThat(chain.tampering(chain.table().entry(3).orElseThrow())).containsExactly(Tampering.ROW_BEFORE);
    }

    @Test
    void a_row_whose_header_is_none_is_refused_by_its_number_and_stops_nobody_else() {
        for (int number = 1; number <= 2; number++) chain.add(report(number));
        spoil(2);
        assertThatThrownBy(() -> chain.table().report(2)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CONTRADICTS_HISTORY);
            assertThat(problem.facts()).isEqualTo(Map.of("number", 2L));
        });

        Entry three = chain.add(report(3));

        assertThat(three.header().number()).isEqualTo(3);
        assertThat(chain.tampering(three)).isEmpty();
        assertThat(chain.tampering(chain.table().entry(1).orElseThrow())).containsExactly(Tampering.ROW_AFTER);
        assertThat(chain.table().reports(Long.MAX_VALUE, Sought.ANY, 10))
                .extracting(link -> link.report().isPresent())
                .containsExactly(true, false, true);
    }

    private static void spoil(int number) {
        DATABASE.forge("UPDATE snapshot.entry SET header = '{\"number\": " + number
                + ", \"kind\": \"REPORT\", \"snapshot\": " + number + "}' WHERE number = " + number);
    }

    @Test
    void a_walk_finds_every_row_that_is_no_longer_what_was_added() {
        for (int number = 1; number <= 9; number++) chain.add(report(number));
        assertThat(chain.walk(0, 100).damaged()).isEmpty();
        DATABASE.forge("UPDATE snapshot.entry SET content = '{}' WHERE number = 2");
        DATABASE.forge("UPDATE snapshot.entry SET header = replace(header, 'clerk', 'boss') WHERE number = 4");
        DATABASE.forge("DELETE FROM snapshot.entry WHERE number = 6");
        spoil(9);

        ChainWalk walk = chain.walk(0, 100);

        assertThat(walk.rows()).isEqualTo(8);
        assertThat(walk.more()).isFalse();
        assertThat(walk.last().orElseThrow().number()).isEqualTo(9);
        assertThat(walk.damaged())
                .containsExactly(
                        new Damaged(2, Set.of(Tampering.CONTENT)),
                        new Damaged(4, Set.of(Tampering.ROW)),
                        new Damaged(7, Set.of(Tampering.ROW_BEFORE)),
                        new Damaged(9, Set.of(Tampering.ROW)));
    }

    @Test
    void a_walk_goes_page_by_page_and_sees_what_is_missing_between_two() {
        for (int number = 1; number <= 7; number++) chain.add(report(number));
        DATABASE.forge("DELETE FROM snapshot.entry WHERE number = 4");
        List<Damaged> damaged = new ArrayList<>();
        long after = 0;
        ChainWalk walk;
        do {
            walk = chain.walk(after, 3);
            damaged.addAll(walk.damaged());
            after = walk.last().map(Link::number).orElse(after);
        } while (walk.more());
        assertThat(damaged).containsExactly(new Damaged(5, Set.of(Tampering.ROW_BEFORE)));
        assertThat(after).isEqualTo(7);
    }

    @Test
    void finds_the_reports_that_end_with_a_day_the_newest_first_and_none_that_was_changed() {
        chain.add(report(10));
        chain.add(provisional(11));
        chain.add(report(12));
        chain.add(report(13));
        DATABASE.forge("UPDATE snapshot.entry SET header = replace(header, '\"position\":13', '\"position\":\"x\"')"
                + " WHERE number = 4");
        ChainTable table = chain.table();
        LocalDate day = LocalDate.of(2024, 3, 20);

        assertThat(table.ending("H1", day, false))
                .map(header -> header.about().position())
                .containsExactly(12L, 10L);
        assertThat(table.ending("H1", day, true))
                .map(header -> header.about().position())
                .containsExactly(11L);
        assertThat(table.ending("H1", day.plusDays(1), false)).isEmpty();
        assertThat(table.ending("H2", day, false)).isEmpty();
    }

    private static Draft report(long position) {
        return draft(position, false);
    }

    private static Draft provisional(long position) {
        return draft(position, true);
    }

    private static Draft draft(long position, boolean provisional) {
        LocalDate from = LocalDate.of(2024, 2, 21);
        LocalDate to = LocalDate.of(2024, 3, 20);
        return new Draft.Report(
                "clerk",
                Canonical.bytes(Map.of("position", position)),
                new About(SnapshotKind.MONTH, "H1", from, to, to, provisional, null, position, 7),
                Optional.empty());
    }

    private static Draft.Signed signed(String decision) {
        return new Draft.Signed("UBND tỉnh", "CHỦ TỊCH", decision);
    }
}
