package hoso.query.report.dossiers;

import hoso.event.history.DossierHistory;
import java.time.Instant;
import java.util.Comparator;

/**
 * The place of a dossier in a list.
 *
 * @param instant what it is sorted by; the epoch where it is sorted by id alone
 */
record SortKey(Instant instant, String id) implements Comparable<SortKey> {

    private static final Comparator<SortKey> ORDER =
            Comparator.comparing(SortKey::instant).thenComparing(SortKey::id);

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
