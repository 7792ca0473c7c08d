package hoso.query.audit;

import hoso.edge.Caller;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.feed.LoggedEvent;
import hoso.query.question.KnownReference;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import hoso.vocabulary.VietnamTime;
import java.util.List;
import java.util.Optional;

/** Takes a question about one dossier: finds the events it may be answered from. */
public final class DossierDesk {

    private final Standpoints standpoints;
    private final KnownReference reference;
    private final AuditLog log;

    public DossierDesk(Standpoints standpoints, KnownReference reference, AuditLog log) {
        this.standpoints = standpoints;
        this.reference = reference;
        this.log = log;
    }

    /** A dossier that the caller may see, as of a standpoint; it has at least one event. */
    record Opened(String id, Standpoint standpoint, List<LoggedEvent> events) {}

    /**
     * The right goes by the unit that owes the dossier now, whatever the question looks back from.
     *
     * @throws Problem {@code forbidden}, or {@code unknown-dossier}, in that order
     */
    Opened open(String id, View view, Caller caller) {
        Standpoint standpoint = standpoints.of(view);
        long newest = Math.max(standpoints.newest(), standpoint.position());
        List<LoggedEvent> all = Parameters.isCode(id) ? log.events(id, newest) : List.of();
        Optional<String> owner = DossierLife.of(all).map(DossierLife::owner);
        var rights = new ReadRights(caller, () -> reference.asOf(newest), VietnamTime.date(standpoint.now()));
        owner.ifPresentOrElse(rights::require, rights::requireAllUnits);
        List<LoggedEvent> known = all.stream()
                .filter(entry -> entry.position() <= standpoint.position())
                .toList();
        if (known.isEmpty())
            throw Problem.of(ProblemCode.NO_SUCH_DOSSIER, "there is no dossier " + Parameters.shortened(id));
        return new Opened(id, standpoint, known);
    }
}
