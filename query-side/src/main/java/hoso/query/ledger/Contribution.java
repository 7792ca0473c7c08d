package hoso.query.ledger;

import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import java.util.List;

/**
 * What a dossier or petition, in the state it is in, adds to every figure there is: a function of that state alone.
 *
 * <p>So an event needs no rules of its own, whether it comes late, corrects or voids: it posts what the contribution is
 * after it, less what it was before ({@link Posting}).
 */
public record Contribution(List<Line> lines) {

    /** The version of the rules of this package; figures made by another may differ. */
    public static final int EDITION = 1;

    /** Of what was never received, or whose receipt was voided. */
    public static final Contribution NOTHING = new Contribution(List.of());

    public Contribution {
        lines = Lines.sorted(lines);
    }

    public static Contribution of(DossierHistory dossier) {
        return dossier.alive() ? new Contribution(new DossierLines(dossier).all()) : NOTHING;
    }

    public static Contribution of(PetitionHistory petition) {
        return petition.received() == null ? NOTHING : new Contribution(PetitionLines.of(petition));
    }
}
