package hoso.query.audit.clock.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.portal.Cause;
import hoso.query.audit.portal.Difference;
import hoso.query.audit.portal.Observation;
import hoso.query.audit.portal.Sentences;
import hoso.query.audit.portal.SideBySide;
import java.time.Instant;
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
record PortalAnswer(VerdictAnswer verdict, @Nullable Shown shown, List<DifferenceAnswer> differences) {

    /**
     * @param status of the portal's list, 1–10
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            Instant at, int status, String name, @Nullable Boolean overdue, boolean synced) {

        static Shown of(Observation observation) {
            return new Shown(
                    observation.at(),
                    observation.status().number(),
                    observation.status().vietnamese(),
                    observation.overdue(),
                    observation.synced());
        }
    }

    record DifferenceAnswer(Cause cause, String vi, String en) {

        static DifferenceAnswer of(Difference difference) {
            Sentences sentences = Sentences.of(difference);
            return new DifferenceAnswer(difference.cause(), sentences.vi(), sentences.en());
        }
    }

    static @Nullable PortalAnswer of(Accounted accounted) {
        Account account = accounted.account();
        Account portal = Account.of(account.history(), RuleSet.PORTAL, account.at(), account.calendar());
        return SideBySide.of(account.history(), account.at())
                .map(beside -> new PortalAnswer(
                        VerdictAnswer.of(portal.verdict(), account.calendar()),
                        beside.shown().map(Shown::of).orElse(null),
                        beside.differences().stream().map(DifferenceAnswer::of).toList()))
                .orElse(null);
    }
}
