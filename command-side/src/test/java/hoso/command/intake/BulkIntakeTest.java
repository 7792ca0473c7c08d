package hoso.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.command.store.StoreUnavailable;
import hoso.edge.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chunks of a batch or stream, one judged while the one before it is stored. */
@Timeout(60)
class BulkIntakeTest {

    /** Which chunks have been handed to the writer, and which stored, in the order of that; each by its subjects. */
    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    /** A chunk with this subject is stored when it is let. */
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    private final BulkAnswer answer = new BulkAnswer();
    private final BulkIntake bulk = new BulkIntake(this::judged, 2, answer);

    @Test
    void a_chunk_is_judged_while_the_one_before_is_being_stored_and_no_third_one() throws Exception {
        var first = hold("A1");
        var second = hold("A3");
        var taking = take("A1", "A2", "A3", "A4", "A5", "A6");
        await().until(() -> happened.contains("judged A3 A4"));
        assertThat(happened).containsExactly("judged A1 A2", "judged A3 A4");
        first.countDown();
        await().until(() -> happened.contains("judged A5 A6"));
        assertThat(happened).containsSubsequence("stored A1 A2", "judged A5 A6").doesNotContain("stored A3 A4");
        second.countDown();
        taking.join();
        bulk.settle();
        assertThat(answer.asMap()).containsEntry("accepted", 6L).containsEntry("lastLine", 6L);
    }

    @Test
    void a_chunk_that_tells_of_a_dossier_of_the_one_before_waits_until_that_is_stored() {
        take("A1", "A2", "A2", "A3", "A4", "A5").join();
        bulk.settle();
        assertThat(happened)
                .containsSubsequence("judged A1 A2", "stored A1 A2", "judged A2 A3")
                .containsSubsequence("judged A2 A3", "stored A2 A3");
        assertThat(answer.asMap()).containsEntry("accepted", 6L);
    }

    @Test
    void a_reference_event_waits_for_those_before_and_those_after_wait_for_it() {
        take("A1", "unit", "A2", "A3").join();
        bulk.settle();
        assertThat(happened)
                .containsExactly(
                        "judged A1", "stored A1", "judged unit", "stored unit", "judged A2 A3", "stored A2 A3");
    }

    @Test
    void where_a_chunk_fails_what_was_judged_behind_it_is_not_counted() {
        var failing = hold("A3");
        var taking = take("A1", "A2", "A3", "away", "A5", "A6");
        await().until(() -> happened.contains("stored A5 A6"));
        failing.countDown();
        assertThatThrownBy(taking::join).hasCauseInstanceOf(StoreUnavailable.class);
        assertThat(answer.asMap()).containsEntry("accepted", 2L).containsEntry("lastLine", 2L);
    }

    @Test
    void what_the_door_refused_is_counted_in_its_place() {
        bulk.take(
                List.of(offer(1, "A1"), new Offer.Refused(2, "x", ProblemCode.TOO_LARGE, "too large"), offer(3, "A2")));
        bulk.settle();
        assertThat(answer.asMap())
                .containsEntry("accepted", 2L)
                .containsEntry("rejected", 1L)
                .containsEntry("lastLine", 3L);
    }

    private CountDownLatch hold(String subject) {
        var latch = new CountDownLatch(1);
        held.put(subject, latch);
        return latch;
    }

    private CompletableFuture<Void> take(String... subjects) {
        List<Offer> offers = new ArrayList<>();
        for (String subject : subjects) offers.add(offer(offers.size() + 1L, subject));
        return CompletableFuture.runAsync(() -> bulk.take(offers));
    }

    private static Offer offer(long line, String subject) {
        return Offers.admitted(line, subject.equals("unit") ? Offers.registered(subject) : Offers.received(subject));
    }

    private List<Verdict> judged(List<Judging.Item> items, Runnable handedOver) {
        List<String> subjects = items.stream()
                .map(item -> item.submission().publication().subject())
                .toList();
        happened.add("judged " + String.join(" ", subjects));
        handedOver.run();
        for (String subject : subjects) pass(held.get(subject));
        if (subjects.contains("away")) throw new StoreUnavailable("the store is away");
        happened.add("stored " + String.join(" ", subjects));
        Verdict[] verdicts = new Verdict[items.size()];
        Arrays.fill(verdicts, new Verdict.Accepted(1));
        return List.of(verdicts);
    }

    private static void pass(@Nullable CountDownLatch latch) {
        try {
            if (latch != null) latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
