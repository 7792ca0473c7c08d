package hoso.query.audit.clock.answer;

import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.history.DossierHistory;
import hoso.event.history.ReferenceRegister;
import hoso.query.audit.DossierDesk;
import hoso.query.audit.Trail;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.Recomputation;
import hoso.query.audit.clock.RuleSet;
import hoso.query.audit.clock.Rules;
import hoso.query.audit.clock.Supposed;
import hoso.query.question.KnownReference;
import hoso.vocabulary.WorkingCalendar;
import java.time.Instant;

/** Makes clock accounts of opened dossiers. */
public final class ClockDesk {

    private final KnownReference reference;

    public ClockDesk(KnownReference reference) {
        this.reference = reference;
    }

    /** The account by what was recorded. */
    public Accounted account(DossierDesk.Opened dossier, Instant at) {
        Trail trail = alive(dossier);
        // a clock of the publisher's may be ahead of ours: who asks about now is answered all the same
        if (at.isBefore(trail.history().receivedAt())
                && at.isBefore(dossier.standpoint().now()))
            throw Parameters.malformed("at lies before the receipt of the dossier: it has no clock then");
        Rules rules = rules(dossier, trail.history().received().procedure());
        long position = dossier.standpoint().position();
        Account account = Account.of(
                trail.history(), RuleSet.LOCAL, at, rules.asOf(position).calendar());
        return new Accounted(dossier, trail, rules, account, Recomputation.of(trail, rules, position), named(dossier));
    }

    /** The account as it would be with other facts, or by other rules. */
    Accounted supposed(DossierDesk.Opened dossier, SuppositionOrder order, Instant at) {
        Accounted recorded = account(dossier, at);
        Supposed supposed = Supposed.of(recorded.trail(), order.supposition(), known(dossier));
        WorkingCalendar calendar =
                recorded.rules().asOf(dossier.standpoint().position()).calendar();
        Account account = Account.of(supposed.history(), order.rules(), at, calendar);
        return recorded.supposing(new Accounted.Supposing(order.supposition(), supposed, account));
    }

    private Supposed.Known known(DossierDesk.Opened dossier) {
        long position = dossier.standpoint().position();
        return new Supposed.Known() {
            @Override
            public ReferenceRegister rules(String procedure) {
                return ClockDesk.this.rules(dossier, procedure).asOf(position);
            }

            @Override
            public boolean hasUnit(String unit) {
                return dossier.names().units(unit).stream()
                        .anyMatch(reference.asOf(position).units()::containsKey);
            }
        };
    }

    private static Trail alive(DossierDesk.Opened dossier) {
        Trail trail = Trail.of(dossier);
        DossierHistory history = trail.history();
        if (!history.alive())
            throw Problem.of(ProblemCode.NO_SUCH_DOSSIER, "the receipt of the dossier was voided: it has no clock");
        return trail;
    }

    private Rules rules(DossierDesk.Opened dossier, String procedure) {
        return Rules.of(
                reference.rules(dossier.standpoint().position()),
                dossier.names().origin(dossier.id()).orElse(""),
                procedure);
    }

    private Named named(DossierDesk.Opened dossier) {
        return new Named(reference.asOf(dossier.standpoint().position()), dossier.names());
    }
}
