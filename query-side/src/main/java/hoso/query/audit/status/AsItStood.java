package hoso.query.audit.status;

import hoso.event.history.DossierHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A dossier without what happened to it later, as it is now known to have stood. A clock fact is ruled on by the facts
 * before its place, so those up to a moment lead to the due instant that was in force then.
 */
public final class AsItStood {

    private AsItStood() {}

    /** Of what happened before an instant; empty where it had not been received. */
    public static Optional<DossierHistory> before(DossierHistory dossier, Instant instant) {
        return where(dossier, at -> at.isBefore(instant));
    }

    /** The same, with what happened at that very instant. */
    public static Optional<DossierHistory> upTo(DossierHistory dossier, Instant instant) {
        return where(dossier, at -> !at.isAfter(instant));
    }

    private static Optional<DossierHistory> where(DossierHistory dossier, Predicate<Instant> happened) {
        if (!dossier.alive() || !happened.test(dossier.receivedAt())) return Optional.empty();
        return Optional.of(new DossierHistory(
                dossier.events(),
                dossier.terms(),
                dossier.clock().stream()
                        .filter(entry -> happened.test(entry.at()))
                        .toList(),
                dossier.others().stream()
                        .filter(entry -> happened.test(entry.at()))
                        .toList(),
                dossier.disputes()));
    }
}
