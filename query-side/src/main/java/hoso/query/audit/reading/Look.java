package hoso.query.audit.reading;

import hoso.edge.Caller;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A look at one dossier, or at a list that names some.
 *
 * @param dossier as the ledger calls it, of a refused look as it was asked for; empty of a list
 * @param unit that owes the dossier, or that the list is about, as the ledger calls it; empty where it is not known
 * @param position as of which it is answered; empty of a refused look
 * @param named how many dossiers the answer names
 */
public record Look(Caller caller, Optional<String> dossier, Optional<String> unit, OptionalLong position, int named) {

    public static Look atDossier(Caller caller, String id, Optional<String> owner, long position) {
        return new Look(caller, Optional.of(id), owner, OptionalLong.of(position), 1);
    }

    public static Look atList(Caller caller, String unit, long position, int named) {
        return new Look(caller, Optional.empty(), Optional.of(unit), OptionalLong.of(position), named);
    }

    /** Nothing was shown. */
    static Look refused(Caller caller, String asked) {
        return new Look(caller, Optional.of(asked), Optional.empty(), OptionalLong.empty(), 0);
    }

    boolean refused() {
        return position.isEmpty();
    }
}
