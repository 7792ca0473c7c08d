package hoso.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Pipeline;
import hoso.command.aggregate.Verdict;
import hoso.command.judgement.Submission;
import hoso.command.store.StoreUnavailable;
import hoso.event.wire.CloudEventReader;
import hoso.vocabulary.UnitRights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Events of many, judged together. */
@Timeout(60)
class GatheringTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Dossiers that make the whole chunk fail, and all of them. */
    private static final String BROKEN = "X9";

    private static final String AWAY = "X8";

    /** A dossier that is judged, and whose chunk is not stored. */
    private static final String AWAY_WHEN_STORED = "X7";

    private final List<List<String>> chunks = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Semaphore released = new Semaphore(0);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Gathering gathering = new Gathering(new SlowPipeline());

    @AfterEach
    void close() {
        released.release(1_000);
        gathering.close();
        senders.close();
    }

    @Test
    void what_comes_while_others_are_judged_is_judged_next_together_and_each_gets_its_own_verdict() throws Exception {
        var verdicts = held(List.of("A0"), names(1, 300));
        released.release(1_000);

        for (int number = 0; number < verdicts.size(); number++)
            assertThat(verdicts.get(number).get()).isEqualTo(new Verdict.Accepted(number));
        assertThat(chunks).extracting(List::size).containsExactly(1, Judging.CHUNK_MAX, Judging.CHUNK_MAX, 44);
    }

    @Test
    void one_that_fails_does_so_alone() throws Exception {
        var verdicts = held(List.of("A0"), List.of("A1", BROKEN, "A2"));
        released.release(1_000);

        assertThat(verdicts.get(1).get()).isEqualTo(new Verdict.Accepted(1));
        assertThatThrownBy(() -> verdicts.get(2).get()).hasRootCauseMessage("a bug");
        assertThat(verdicts.get(3).get()).isEqualTo(new Verdict.Accepted(2));
    }

    @Test
    void an_absent_store_is_asked_once_for_all_of_them() throws Exception {
        var verdicts = held(List.of("A0"), List.of("A1", AWAY));
        released.release(1_000);

        assertThatThrownBy(() -> verdicts.get(1).get()).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> verdicts.get(2).get()).hasCauseInstanceOf(StoreUnavailable.class);
        assertThat(chunks).containsExactly(List.of("A0"), List.of("A1", AWAY));
    }

    @Test
    void nobody_waits_for_ever_when_the_program_ends() throws Exception {
        var verdicts = held(List.of("A0"), List.of("A1"));
        gathering.close();

        assertThatThrownBy(() -> verdicts.get(0).get()).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> verdicts.get(1).get()).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> gathering.judge(received("A2"))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void when_the_store_goes_away_both_who_are_being_stored_and_who_come_behind_are_told() throws Exception {
        var verdicts = held(List.of(AWAY_WHEN_STORED), List.of("A1"));
        released.release(1_000);

        assertThatThrownBy(() -> verdicts.get(0).get()).hasCauseInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> verdicts.get(1).get()).hasCauseInstanceOf(StoreUnavailable.class);
        assertThat(send("A2").get()).isEqualTo(new Verdict.Accepted(2));
    }

    /** Sends the first, and when they are being judged the others, in their order; all wait until they are released. */
    private List<Future<Verdict>> held(List<String> first, List<String> others) throws InterruptedException {
        List<Future<Verdict>> verdicts = new ArrayList<>();
        for (String dossier : first) verdicts.add(send(dossier));
        begun.await();
        for (String dossier : others) {
            int before = gathering.waiting();
            verdicts.add(send(dossier));
            while (gathering.waiting() == before) Thread.sleep(0, 10_000);
        }
        return verdicts;
    }

    private Future<Verdict> send(String dossier) {
        return senders.submit(() -> gathering.judge(received(dossier)));
    }

    /** Tells verdicts when the next chunk has been judged, which takes until it is released. */
    private final class SlowPipeline implements Pipeline {

        private Runnable untold = () -> {};

        @Override
        public void judge(List<Judging.Item> items, Consumer<List<Verdict>> told) {
            List<Verdict> verdicts;
            try {
                verdicts = judged(items);
            } catch (RuntimeException failed) {
                settle();
                throw failed;
            }
            settle();
            untold = () -> {
                if (dossiers(items).contains(AWAY_WHEN_STORED)) throw new StoreUnavailable("the store went away");
                told.accept(verdicts);
            };
        }

        @Override
        public void settle() {
            Runnable telling = untold;
            untold = () -> {};
            telling.run();
        }
    }

    private List<Verdict> judged(List<Judging.Item> items) {
        List<String> dossiers = dossiers(items);
        chunks.add(dossiers);
        begun.countDown();
        try {
            if (!released.tryAcquire(50, TimeUnit.SECONDS)) throw new AssertionError("never released");
        } catch (InterruptedException closing) {
            throw new StoreUnavailable("interrupted", closing);
        }
        if (dossiers.contains(BROKEN)) throw new IllegalStateException("a bug");
        if (dossiers.contains(AWAY)) throw new StoreUnavailable("the store is away");
        return dossiers.stream()
                .<Verdict>map(dossier -> new Verdict.Accepted(Long.parseLong(dossier.substring(1))))
                .toList();
    }

    private static List<String> dossiers(List<Judging.Item> items) {
        return items.stream()
                .map(item -> item.submission().publication().stream().subject())
                .toList();
    }

    private static List<String> names(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int number = from; number <= to; number++) names.add("A" + number);
        return names;
    }

    private static Judging.Item received(String dossier) {
        var publication = CloudEventReader.read(JSON.readTree("""
                {"specversion":"1.0","id":"1","source":"urn:hoso:test","type":"hoso.dossier.received.v1",
                 "subject":"%s","time":"2024-03-01T09:00:00+07:00",
                 "data":{"unit":"H20","procedure":"1.000001","channel":"DIRECT"}}""".formatted(dossier)));
        return new Judging.Item(new Submission(publication, "publisher", UnitRights.ALL, Map.of()), Map.of());
    }
}
