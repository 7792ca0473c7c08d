package hoso.query.audit.portal;

import hoso.event.history.DossierHistory;
import hoso.query.audit.status.AsItStood;
import hoso.query.ledger.PortalView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger and the national portal say of a dossier at a moment. What happened at it or later does not count, an
 * observation as little as a fact of the clock; but overdue is what is so by the due instant that all facts now known lead to.
 *
 * @param stood the dossier as it stood
 * @param dueAt that one
 * @param local by the ledger
 * @param counted by the rule that the portal scores by ({@link PortalView}), with the observations until then
 * @param endedThere when it ended by that rule; empty where it had not
 * @param shown the last observation; empty where there was none
 * @param differences why they differ, the nearest reason first; empty where they agree
 */
public record SideBySide(
        Instant at,
        DossierHistory stood,
        Instant dueAt,
        Verdict local,
        Verdict counted,
        Optional<Instant> endedThere,
        Optional<Observation> shown,
        List<Difference> differences) {

    public SideBySide {
        differences = List.copyOf(differences);
    }

    /** Empty of a dossier that had not been received. */
    public static Optional<SideBySide> of(DossierHistory dossier, Instant at) {
        return AsItStood.before(dossier, at).map(stood -> asItStood(stood, dossier, at));
    }

    private static SideBySide asItStood(DossierHistory stood, DossierHistory known, Instant at) {
        List<Observation> observations = Observation.all(stood);
        PortalView.Course portal = PortalView.portalOf(stood, known);
        Verdict local = Verdict.local(stood, known.dueAt(), at);
        Verdict counted = Verdict.counted(portal, stood, at);
        var differences = new Differences(stood, known.dueAt(), observations, local, counted);
        Optional<Observation> shown = observations.isEmpty() ? Optional.empty() : Optional.of(observations.getLast());
        Optional<Instant> endedThere = Optional.ofNullable(portal.endedAt());
        return new SideBySide(at, stood, known.dueAt(), local, counted, endedThere, shown, differences.find());
    }
}
