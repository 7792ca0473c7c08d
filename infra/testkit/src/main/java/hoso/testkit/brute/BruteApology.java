package hoso.testkit.brute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What there is to say of the apology for a late dossier of {@code [from, to)}, told from its facts. */
final class BruteApology {
    private static final String APOLOGY = "dossier.apology-issued";

    private BruteApology() {}

    /** {@code withoutLetter}, {@code promised}, {@code promisePassed}, {@code kept}, {@code broken}; null for none of them. */
    static @Nullable String matter(BruteDossier dossier, Instant from, Instant to) {
        if (dossier.overdueAt(to)) {
            BruteFact letter = dossier.last(APOLOGY, fact -> fact.time().isBefore(to));
            if (letter == null) {
                return "withoutLetter";
            }
            Instant promised = promise(letter);
            if (promised == null) {
                return null;
            }
            return promised.isBefore(to) ? "promisePassed" : "promised";
        }
        boolean closedLate = "LATE".equals(dossier.timeliness())
                && dossier.closedAtOrThrow().isBefore(to)
                && !dossier.closedAtOrThrow().isBefore(from);
        return closedLate ? ofClosed(dossier, dossier.closedAtOrThrow()) : null;
    }

    private static @Nullable String ofClosed(BruteDossier dossier, Instant closedAt) {
        BruteFact letter = dossier.last(APOLOGY, fact -> !fact.time().isAfter(closedAt));
        Instant promised = letter == null ? null : promise(letter);
        if (promised != null) {
            return closedAt.isAfter(promised) ? "broken" : "kept";
        }
        return dossier.hasAny(APOLOGY, data -> true) ? null : "withoutLetter";
    }

    private static @Nullable Instant promise(BruteFact letter) {
        return letter.data().has("promisedAt") ? BruteJson.instant(letter.data().get("promisedAt")) : null;
    }
}
