package hoso.testkit.brute;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A petition from its accepted events: nothing of it can be corrected. */
record BrutePetition(
        String unit,
        String kind,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant publishedAt,
        @Nullable Boolean satisfied) {

    static BrutePetition of(List<BruteEvent> accepted) {
        BruteEvent receipt = accepted.getFirst();
        return new BrutePetition(
                receipt.data().get("unit").stringValue(),
                receipt.data().get("kind").stringValue(),
                receipt.time(),
                time(accepted, "petition.answered"),
                time(accepted, "petition.published"),
                lastRating(accepted));
    }

    private static @Nullable Boolean lastRating(List<BruteEvent> accepted) {
        Boolean satisfied = null;
        for (BruteEvent event : accepted) {
            if (event.is("petition.rated")) {
                satisfied = event.data().get("satisfied").booleanValue();
            }
        }
        return satisfied;
    }

    private static @Nullable Instant time(List<BruteEvent> accepted, String type) {
        return accepted.stream()
                .filter(event -> event.is(type))
                .map(BruteEvent::time)
                .findFirst()
                .orElse(null);
    }

    static void judge(List<BruteEvent> accepted, BruteEvent event) {
        if (accepted.isEmpty()) {
            return;
        }
        BruteRefusal.when(event.is("petition.received"), "already-received");
        BrutePetition petition = of(accepted);
        BruteRefusal.when(event.time().isBefore(petition.receivedAt), "before-receipt");
        if (event.is("petition.answered")) {
            BruteRefusal.when(petition.answeredAt != null, "already-answered");
        }
        if (event.is("petition.published")) {
            BruteRefusal.when(petition.publishedAt != null, "already-published");
            BruteRefusal.when(
                    petition.answeredAt == null || event.time().isBefore(petition.answeredAt), "not-answered");
        }
    }

    boolean openAt(Instant t) {
        return receivedAt.isBefore(t) && (answeredAt == null || !answeredAt.isBefore(t));
    }
}
