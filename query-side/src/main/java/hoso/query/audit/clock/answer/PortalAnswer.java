package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.portal.Explained;
import hoso.query.audit.portal.PortalShown;
import hoso.query.audit.portal.SideBySide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the national portal makes of the dossier, beside the local verdict.
 *
 * @param verdict by the rule that the portal scores by
 * @param shown what it was last observed to show; absent where it never was
 * @param differences why both differ, the nearest reason first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PortalAnswer(VerdictAnswer verdict, @Nullable PortalShown shown, List<Explained> differences) {

    static @Nullable PortalAnswer of(Accounted accounted) {
        Account account = accounted.account();
        Account portal = Account.of(account.history(), RuleSet.PORTAL, account.at(), account.calendar());
        return SideBySide.of(account.history(), account.at())
                .map(beside -> new PortalAnswer(
                        VerdictAnswer.of(portal.verdict(), account.calendar()),
                        beside.shown().map(PortalShown::of).orElse(null),
                        beside.differences().stream().map(Explained::of).toList()))
                .orElse(null);
    }
}
