package hoso.query.report.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Parameters;
import hoso.event.ReferenceFact;
import hoso.event.history.DossierHistory;
import hoso.event.history.ReferenceRegister;
import hoso.query.books.DossierReader;
import hoso.query.books.SqlBookReader;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.PlainLedger;
import hoso.query.log.WildWorld;
import hoso.query.question.Names;
import hoso.query.question.Standpoint;
import hoso.query.report.Cuts;
import hoso.query.report.Scene;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.vocabulary.UnitLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists from books on a real database, in a world where everything happens that a log can hold. */
class ListsFromBooksTest {

    private static final List<String> UNITS = List.of("H1", "H2");
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final String CUT = "unit=H1&from=2024-02-01&to=2024-03-31&at=2024-03-05T03:21:00Z&limit=1000&cell=";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81})
    void no_dossier_behind_a_cell_is_left_out_as_of_any_position(long seed) {
        var log = new FabricatedLog();
        new WildWorld(seed, log, UNITS).events(1_500, 400);
        var random = new Random(seed);
        try (var database = new BooksDatabase()) {
            database.store(log.rows());
            var events = new StoredLog(database.dataSource());
            try (var projector = new Projector(database.dataSource(), database.dataSource(), events)) {
                projector.start();
                assertThat(Reached.position(projector, log.head(), Duration.ofSeconds(20)))
                        .isTrue();
            }
            var plain = new PlainLedger(log.rows());
            var lists = new DossierLists(
                    new DossierReader(database.dataSource(), StoredLog::new)::inOrderOfId,
                    new SqlBookReader(database.dataSource()));
            for (long position : new long[] {log.head(), log.head() - 1 - random.nextLong(log.head() / 2)}) {
                Map<String, DossierHistory> dossiers = new TreeMap<>(plain.dossiers(position));
                for (String cell : cells(random)) {
                    DossierList list = list(lists, CUT + cell, position);
                    List<String> listed = list.dossiers().stream()
                            .filter(candidate -> possible(candidate.history()))
                            .map(Candidate::id)
                            .toList();
                    assertThat(listed)
                            .as("seed %d, %s as of %d", seed, cell, position)
                            .isEqualTo(behind(question(CUT + cell), dossiers));
                }
            }
        }
    }

    private static List<String> behind(CellQuestion question, Map<String, DossierHistory> dossiers) {
        Cuts cuts = Cuts.of(question.report(), NOW);
        List<String> ids = new ArrayList<>();
        dossiers.forEach((id, dossier) -> {
            boolean own = dossier.alive() && dossier.received().unit().equals("H1");
            if (own && possible(dossier) && question.behind().lists(dossier, cuts)) ids.add(id);
        });
        return ids;
    }

    /** The wild world draws due instants by lot; the command side never puts one before the receipt. */
    private static boolean possible(DossierHistory dossier) {
        return !dossier.dueAt().isBefore(dossier.receivedAt());
    }

    /** Some of them, since each list opens connections of its own here. */
    private static List<String> cells(Random random) {
        List<String> cells = Cells.all().stream()
                .filter(cell -> !cell.countsPetitions())
                .map(Cell::name)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(cells, random);
        List<String> some = new ArrayList<>(cells.subList(0, 12));
        some.add("pending.dueWithin&days=9");
        some.add("portal.differs");
        Cells.all().stream()
                .map(Cell::name)
                .filter(name -> name.startsWith("portal.") && !some.contains(name))
                .forEach(some::add);
        return some;
    }

    private static DossierList list(DossierLists lists, String query, long position) {
        CellQuestion question = question(query);
        ReferenceRegister reference = ReferenceRegister.EMPTY.with(
                "H1", new ReferenceFact.UnitRegistered("Tỉnh", UnitLevel.PROVINCE, null, LocalDate.of(2020, 1, 1)));
        return lists.list(
                question, Scene.of(question.report(), reference, Names.PLAIN), new Standpoint(position, NOW, NOW));
    }

    private static CellQuestion question(String query) {
        Map<String, List<String>> given = Arrays.stream(query.split("&"))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')),
                        pair -> List.of(pair.substring(pair.indexOf('=') + 1))));
        return CellQuestion.of(Parameters.of(given, CellQuestion.PARAMETERS));
    }
}
