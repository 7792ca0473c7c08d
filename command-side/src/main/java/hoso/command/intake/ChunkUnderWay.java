package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.command.intake.BulkIntake.Judge;
import hoso.event.Stream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Offers that are judged, then stored, by a thread of their own. */
final class ChunkUnderWay {

    private final List<Offer> offers;
    private final List<Judging.Item> items;
    private final Set<Stream> streams = new HashSet<>();
    private final CompletableFuture<@Nullable Void> handedOver = new CompletableFuture<>();
    private final CompletableFuture<List<Verdict>> verdicts = new CompletableFuture<>();

    ChunkUnderWay(List<Offer> offers) {
        this.offers = offers;
        this.items = offers.stream()
                .filter(Offer.Admitted.class::isInstance)
                .map(offer -> ((Offer.Admitted) offer).item())
                .toList();
        for (Judging.Item item : items) streams.add(item.submission().publication().stream());
    }

    /**
     * Whether this may be judged while another is not stored yet: that may then still be sent back to be decided anew,
     * and neither may depend on the other.
     */
    boolean mayFollowUnstored(ChunkUnderWay earlier) {
        return !streams.contains(Stream.REFERENCE)
                && !earlier.streams.contains(Stream.REFERENCE)
                && streams.stream().noneMatch(earlier.streams::contains);
    }

    void start(Judge judge) {
        Thread.ofVirtual().name("bulk-judge").start(() -> {
            try {
                verdicts.complete(items.isEmpty() ? List.of() : judge.judge(items, () -> handedOver.complete(null)));
            } catch (Throwable failed) {
                verdicts.completeExceptionally(failed);
            } finally {
                handedOver.complete(null);
            }
        });
    }

    /** Waits until what is judged from then on stands after these in the log. */
    void awaitHandedOver() {
        handedOver.join();
    }

    /** Waits until nothing is done with these any longer. */
    void awaitEnd() {
        verdicts.exceptionally(failed -> List.of()).join();
    }

    /** Waits until each is durable or refused. */
    void count(BulkAnswer answer) {
        List<Verdict> judged = verdicts();
        int next = 0;
        for (Offer offer : offers)
            switch (offer) {
                case Offer.Admitted admitted -> answer.count(admitted, judged.get(next++));
                case Offer.Refused refused -> answer.count(refused);
            }
    }

    private List<Verdict> verdicts() {
        try {
            return verdicts.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) throw reason;
            throw failed;
        }
    }
}
