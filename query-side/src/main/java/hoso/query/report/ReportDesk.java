package hoso.query.report;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.history.ReferenceRegister;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.ParkedStream;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import java.util.List;

/** Takes a question about a report: finds its standpoint, and looks whether the caller may ask and the unit is known. */
public final class ReportDesk {

    private final Standpoints standpoints;
    private final KnownReference reference;
    private final Reports reports;

    public ReportDesk(Standpoints standpoints, KnownReference reference, Reports reports) {
        this.standpoints = standpoints;
        this.reference = reference;
        this.reports = reports;
    }

    /** A question that may be answered, with all it is answered from, and what else may be seen by who asks it. */
    public record Admitted(Scene scene, Standpoint standpoint, ReadRights rights) {}

    public PeriodReport report(Admitted admitted) {
        return reports.report(admitted.scene(), admitted.standpoint());
    }

    /** The ids of dossiers and petitions whose later events the report would miss. */
    public List<String> parked(Admitted admitted) {
        return ParkedStream.ids(reports.parked(admitted.scene(), admitted.standpoint()));
    }

    /**
     * @throws Problem {@code forbidden}, or {@code unknown-unit}, in that order
     */
    public Admitted admit(ReportQuestion question, Caller caller) {
        Standpoint standpoint = standpoints.of(question.view());
        var rights = ReadRights.of(caller, reference, standpoints.newest(), standpoint.now());
        Scene scene = scene(question, standpoint, rights);
        if (scene.unit().isEmpty())
            throw Problem.of(ProblemCode.NO_SUCH_UNIT, "nobody has registered the unit " + question.unit());
        return new Admitted(scene, standpoint, rights);
    }

    /** Where several origins have a unit of that name, the one that the caller sees. */
    private Scene scene(ReportQuestion question, Standpoint standpoint, ReadRights rights) {
        Names names = reference.names(standpoint.position());
        ReferenceRegister known = reference.asOf(standpoint.position());
        List<Scene> seen = names.units(question.unit()).stream()
                .map(unit -> Scene.of(question.about(unit), known, names))
                .filter(scene -> rights.seesAll(scene.units(), question.period().to()))
                .toList();
        if (seen.isEmpty()) throw ReadRights.refused();
        Names.one(seen.stream().map(scene -> scene.question().unit()).toList(), "a unit", question.unit());
        return seen.getFirst();
    }
}
