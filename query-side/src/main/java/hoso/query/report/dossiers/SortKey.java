package hoso.query.report.dossiers;

import hoso.event.history.DossierHistory;
import java.time.Instant;
import java.util.Comparator;

/**
 * The place of a dossier in a list.
 *
 * @param instant what it is sorted by; the epoch where it is sorted by id alone
 */
public record SortKey(Instant instant, String id) implements Comparable<SortKey> {

    private static final Comparator<SortKey> ORDER =
            Comparator.comparing(SortKey::instant).thenComparing(SortKey::id);

    /** In a list that is sorted by id alone. */
    public static SortKey byId(String id) {
        return new SortKey(Instant.EPOCH, id);
    }

    static SortKey of(Candidate candidate, Sort sort) {
        DossierHistory dossier = candidate.history();
        return new SortKey(
                switch (sort) {
                    case ID -> Instant.EPOCH;
                    case DUE_AT -> dossier.dueAt();
                    case RECEIVED_AT -> dossier.receivedAt();
                },
                candidate.id());
    }

    @Override
    public int compareTo(SortKey other) {
        return ORDER.compare(this, other);
    }
}
