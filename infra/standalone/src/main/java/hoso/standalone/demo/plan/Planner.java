package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.DemoProcedure;
import hoso.standalone.demo.data.Scope;
import hoso.vocabulary.Channel;
import hoso.vocabulary.WorkingCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Plans all dossiers of the demo; the same seed and calendar always give the same plan. */
public final class Planner {

    private final WorkingCalendar calendar;
    private final WorkDays days;
    private final Catalogue catalogue = new Catalogue(DemoProcedure.all());

    public Planner(WorkingCalendar calendar) {
        this.calendar = calendar;
        this.days = new WorkDays(calendar);
    }

    /** The dossiers of these scopes by their receipt. */
    public List<PlannedDossier> plan(List<Scope> scopes, long seed) {
        var random = new SplittableRandom(seed);
        var dossiers = new ArrayList<PlannedDossier>();
        for (Scope scope : scopes) plan(scope, random.split(), dossiers);
        dossiers.sort(Comparator.comparing(PlannedDossier::receivedAt));
        return dossiers;
    }

    private void plan(Scope scope, SplittableRandom random, List<PlannedDossier> dossiers) {
        List<Stratum> strata = Stratum.of(scope);
        var marking = new Marking(scope, strata, random);
        var payments = new Payments(scope, random);
        var placement = new Placement(calendar, days, catalogue, scope, random);
        for (Stratum stratum : strata) {
            for (int count = 0; count < stratum.count(); count++) {
                Channel channel = marking.channel(stratum);
                Set<Mark> marks = marking.marks(stratum);
                Payments.Payment payment = marks.contains(Mark.PAID) ? payments.next() : Payments.none();
                dossiers.add(placement.place(stratum, channel, marks, payment));
            }
        }
    }
}
