package hoso.query.audit.clock.answer;

import hoso.query.audit.DossierDesk;
import hoso.query.audit.Trail;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.Recomputation;
import hoso.query.audit.clock.Rules;
import hoso.query.audit.clock.Supposed;
import hoso.query.audit.clock.Supposition;
import org.jspecify.annotations.Nullable;

/**
 * A dossier's account with all that is told beside it.
 *
 * @param account by what was recorded
 * @param supposing as it would be; null where nothing is supposed
 */
public record Accounted(
        DossierDesk.Opened dossier,
        Trail trail,
        Rules rules,
        Account account,
        Recomputation recomputation,
        Named named,
        @Nullable Supposing supposing) {

    /** What is supposed, and what follows from it. */
    public record Supposing(Supposition supposition, Supposed supposed, Account account) {}

    Accounted(
            DossierDesk.Opened dossier,
            Trail trail,
            Rules rules,
            Account account,
            Recomputation recomputation,
            Named named) {
        this(dossier, trail, rules, account, recomputation, named, null);
    }

    Accounted supposing(Supposing supposing) {
        return new Accounted(dossier, trail, rules, account, recomputation, named, supposing);
    }

    /** The account that is asked for. */
    public Account shown() {
        return supposing == null ? account : supposing.account();
    }
}
