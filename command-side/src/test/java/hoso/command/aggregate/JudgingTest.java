package hoso.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.judgement.Submission;
import hoso.command.reference.ReferenceBook;
import hoso.command.store.EventStore;
import hoso.command.store.StoreSettings;
import hoso.command.store.StoreUnavailable;
import hoso.command.store.WriterListener;
import hoso.event.wire.CloudEventReader;
import hoso.testkit.database.TestDatabase;
import hoso.vocabulary.UnitRights;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The one way through Axon into a real store, taken by many at once. */
class JudgingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DOSSIERS = 40;
    private static final int SENDERS = 8;

    private TestDatabase database;
    private EventStore store;
    private Judging judging;

    @BeforeEach
    void open() throws InterruptedException {
        database = TestDatabase.fresh();
        var references = new ReferenceBook();
        store = new EventStore(StoreSettings.of(
                database.jdbcUrl(),
                new StoreSettings.Login(
                        database.application().user(), database.application().password()),
                new StoreSettings.Login(
                        database.owner().user(), database.owner().password())));
        store.onCommitted(references::committed);
        store.onWriterChange(new WriterListener() {
            @Override
            public void became() {
                references.reload(store.referenceEvents());
            }

            @Override
            public void lost() {}
        });
        store.open();
        judging = new Judging(AxonHouse.on(store), store, references, Clock.systemUTC());
        judging.judge(List.of(
                item(
                        "hoso.unit.registered.v1",
                        "H20",
                        "unit",
                        "{\"name\":\"Tỉnh\",\"level\":\"PROVINCE\",\"validFrom\":\"2020-01-01\"}"),
                item("hoso.procedure.published.v1", "1.000001", "procedure", """
                        {"name":"Cấp phép","field":"Xây dựng","onlineLevel":"FULL",
                         "processing":{"kind":"WORKING_DAYS","amount":5},"validFrom":"2020-01-01"}""")));
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    /** Unsorted units that locked as they came deadlocked in 75 of 80 cases. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Timeout(60)
    void senders_of_the_same_events_in_any_order_get_each_accepted_once_and_the_same_position(long seed)
            throws Exception {
        var answers = new ArrayList<Map<String, Verdict>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = new ArrayList<Callable<Map<String, Verdict>>>();
            for (int sender = 0; sender < SENDERS; sender++) {
                var random = new Random(seed * SENDERS + sender);
                senders.add(() -> send(random));
            }
            for (var answer : threads.invokeAll(senders, 50, TimeUnit.SECONDS)) answers.add(answer.get());
        }
        for (int dossier = 0; dossier < DOSSIERS; dossier++) assertAgreed("A" + dossier, answers);
        assertThat(store.head()).isEqualTo(2 + SENDERS + DOSSIERS);
    }

    @Test
    void what_a_line_registers_is_covered_by_the_rights_of_its_sender_in_the_next_line_of_the_chunk() {
        var province = new UnitRights(Set.of("H20"));
        var verdicts = judging.judge(List.of(
                unit("H20.1", "H20", province),
                unit("H20.1.1", "H20.1", province),
                unit("H20.1", "H20.1.1", province)));
        assertThat(verdicts.subList(0, 2)).hasOnlyElementsOfType(Verdict.Accepted.class);
        assertThat(refusal(verdicts.get(2))).isEqualTo("contradicts-history");
    }

    @Test
    void what_a_line_takes_out_of_the_rights_of_its_sender_is_no_longer_covered_in_the_next() {
        var province = new UnitRights(Set.of("H20"));
        judging.judge(List.of(unit("H20.1", "H20", UnitRights.ALL)));
        var verdicts = judging.judge(List.of(unit("H20.1", null, province), unit("H20.1", "H20", "again", province)));
        assertThat(verdicts.getFirst()).isInstanceOf(Verdict.Accepted.class);
        assertThat(refusal(verdicts.getLast())).isEqualTo("forbidden");
    }

    /** Nothing is read or written meanwhile; each who tries finds that out after some ten seconds. */
    @Test
    @Timeout(90)
    void who_waits_for_a_dossier_is_told_that_the_store_is_away_not_later_than_who_came_first() throws Exception {
        judging.judge(List.of(received("A0")));
        try (var owner = DriverManager.getConnection(
                        database.jdbcUrl(),
                        database.owner().user(),
                        database.owner().password());
                var statement = owner.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE store.event IN ACCESS EXCLUSIVE MODE");
            long began = System.nanoTime();
            var senders = new ArrayList<Callable<Object>>();
            for (int sender = 0; sender < SENDERS; sender++) {
                var notice =
                        item("hoso.dossier.notified.v1", "A0", "n" + sender, "{\"by\":\"SMS\",\"about\":\"RESULT\"}");
                senders.add(() -> judging.judge(List.of(notice)));
            }
            for (var answer : threads.invokeAll(senders))
                assertThatThrownBy(answer::get).hasCauseInstanceOf(StoreUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            owner.rollback();
        }
    }

    private static String refusal(Verdict verdict) {
        return ((Verdict.Refused) verdict).refused().code().code();
    }

    private static Judging.Item unit(String code, @Nullable String parent, UnitRights rights) {
        return unit(code, parent, "under-" + parent, rights);
    }

    private static Judging.Item unit(String code, @Nullable String parent, String id, UnitRights rights) {
        var under = parent == null ? "" : ",\"parent\":\"" + parent + "\"";
        var item = item(
                "hoso.unit.registered.v1",
                code,
                id,
                "{\"name\":\"x\",\"level\":\"COMMUNE\",\"validFrom\":\"2020-01-01\"" + under + "}");
        return new Judging.Item(
                new Submission(item.submission().publication(), "publisher", rights, Map.of()), Map.of());
    }

    private static void assertAgreed(String dossier, List<Map<String, Verdict>> answers) {
        int accepted = 0;
        var positions = new HashSet<Long>();
        for (var answer : answers)
            switch (answer.get(dossier)) {
                case Verdict.Accepted here -> {
                    accepted++;
                    positions.add(here.position());
                }
                case Verdict.Duplicate there -> positions.add(there.position());
                case Verdict.Refused refused -> throw new AssertionError(refused);
            }
        assertThat(accepted).isEqualTo(1);
        assertThat(positions).hasSize(1);
    }

    /** Every dossier in some order, in chunks, with a reference event of its own in their midst. */
    private Map<String, Verdict> send(Random random) {
        var dossiers = new ArrayList<String>();
        for (int dossier = 0; dossier < DOSSIERS; dossier++) dossiers.add("A" + dossier);
        Collections.shuffle(dossiers, random);
        var verdicts = new HashMap<String, Verdict>();
        for (int from = 0; from < DOSSIERS; from += 10) {
            var chunk = dossiers.subList(from, from + 10);
            var judged = judging.judge(chunk.stream().map(JudgingTest::received).toList());
            for (int index = 0; index < chunk.size(); index++) verdicts.put(chunk.get(index), judged.get(index));
            if (from == 10)
                judging.judge(List.of(item(
                        "hoso.unit.registered.v1",
                        "H20." + random.nextLong(Long.MAX_VALUE),
                        "unit",
                        "{\"name\":\"Xã\",\"level\":\"COMMUNE\",\"parent\":\"H20\",\"validFrom\":\"2020-01-01\"}")));
        }
        return verdicts;
    }

    private static Judging.Item received(String dossier) {
        return item(
                "hoso.dossier.received.v1",
                dossier,
                "receipt",
                "{\"unit\":\"H20\",\"procedure\":\"1.000001\",\"channel\":\"DIRECT\"}");
    }

    private static Judging.Item item(String type, String subject, String id, String data) {
        var publication = CloudEventReader.read(JSON.readTree("""
                {"specversion":"1.0","id":"%s","source":"urn:hoso:test","type":"%s","subject":"%s",
                 "time":"2024-03-01T09:00:00+07:00","data":%s}""".formatted(id, type, subject, data)));
        return new Judging.Item(new Submission(publication, "publisher", UnitRights.ALL, Map.of()), Map.of());
    }
}
