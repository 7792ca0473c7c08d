package hoso.command.aggregate;

import static hoso.command.aggregate.JudgingHouse.commune;
import static hoso.command.aggregate.JudgingHouse.item;
import static hoso.command.aggregate.JudgingHouse.notified;
import static hoso.command.aggregate.JudgingHouse.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.judgement.Submission;
import hoso.command.store.StoreUnavailable;
import hoso.vocabulary.UnitRights;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one way through Axon into a real store, taken by many at once. */
class JudgingTest {

    private static final int DOSSIERS = 40;
    private static final int SENDERS = 8;

    private final JudgingHouse house = new JudgingHouse();
    private final Judging judging = house.judging();

    @AfterEach
    void close() {
        house.close();
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
        assertThat(house.store().head()).isEqualTo(2 + SENDERS + DOSSIERS);
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
        try (var owner = house.owner();
                var statement = owner.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE store.event IN ACCESS EXCLUSIVE MODE");
            long began = System.nanoTime();
            var senders = new ArrayList<Callable<Object>>();
            for (int sender = 0; sender < SENDERS; sender++) {
                var notice = notified("A0", "n" + sender);
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
        try (var pipeline = new ChunkPipeline(judging)) {
            for (int from = 0; from < DOSSIERS; from += 10) {
                var chunk = dossiers.subList(from, from + 10);
                pipeline.judge(chunk.stream().map(JudgingHouse::received).toList(), judged -> {
                    for (int index = 0; index < chunk.size(); index++)
                        verdicts.put(chunk.get(index), judged.get(index));
                });
                if (from == 10) judging.judge(List.of(commune("H20." + random.nextLong(Long.MAX_VALUE))));
            }
            pipeline.settle();
        }
        return verdicts;
    }
}
