package hoso.query.audit.portal;

import hoso.event.OtherFact.PortalStatusObserved;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the national portal showed of a dossier at a moment.
 *
 * @param overdue null where the observation does not say
 * @param synced whether the portal had the dossier as the office sent it
 */
public record Observation(
        Instant at, PortalStatus status, @Nullable Boolean overdue, boolean synced) {

    /** Those of a dossier by time, then position. */
    public static List<Observation> all(DossierHistory dossier) {
        return dossier.others().stream()
                .filter(entry -> entry.fact() instanceof PortalStatusObserved)
                .sorted(Comparator.comparing(OtherEntry::at).thenComparingInt(OtherEntry::sequence))
                .map(entry -> of(entry.at(), (PortalStatusObserved) entry.fact()))
                .toList();
    }

    private static Observation of(Instant at, PortalStatusObserved fact) {
        return new Observation(at, PortalStatus.of(fact.status()), fact.overdue(), fact.synced());
    }

    boolean ends() {
        return status.ends();
    }

    boolean saysOverdue() {
        return Boolean.TRUE.equals(overdue);
    }

    boolean saysNotOverdue() {
        return Boolean.FALSE.equals(overdue);
    }
}
