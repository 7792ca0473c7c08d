package hoso.query.snapshot.freeze;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoint;
import hoso.query.question.Standpoints;
import hoso.query.report.Cuts;
import hoso.query.report.Joining;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportQuestion;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.chain.About;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.Draft;
import hoso.query.snapshot.chain.Link;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.ReportContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** Freezes reports, opens what was frozen to whoever may see the report, and records who answers for it. */
public final class SnapshotDesk {

    /** Each makes some dozen reports, and holds them all at once. */
    private static final int FREEZING_AT_ONCE = 2;

    private final Bulkhead freezing = new Bulkhead(FREEZING_AT_ONCE, "too many reports are being frozen at once");

    private final Standpoints standpoints;
    private final ReportDesk reports;
    private final ReportContent contents;
    private final Joining joining;
    private final Chain chain;
    private final Sight sight;

    public SnapshotDesk(
            Standpoints standpoints,
            ReportDesk reports,
            ReportContent contents,
            Joining joining,
            Chain chain,
            Sight sight) {
        this.standpoints = standpoints;
        this.reports = reports;
        this.contents = contents;
        this.joining = joining;
        this.chain = chain;
        this.sight = sight;
    }

    /**
     * Freezes a report over all that is stored; each time it is another snapshot, as for one that was signed amiss.
     *
     * @throws Problem {@code forbidden}, {@code unknown-unit}, {@code not-yet}, where the books lag behind, {@code parked},
     *     where the report misses events, or {@code unavailable}, where too many are being frozen
     */
    public Snapshot freeze(FreezeOrder order, Caller caller) {
        standpoints.awaitHead();
        ReportDesk.Admitted admitted = reports.admit(order.question(), caller);
        requireNothingParked(admitted);
        return freezing.admit(() -> frozen(order.kind(), admitted, caller.subject()));
    }

    private Snapshot frozen(SnapshotKind kind, ReportDesk.Admitted admitted, String by) {
        byte[] content = contents.of(kind, admitted.scene(), admitted.standpoint());
        FrozenFigures total = FrozenReport.read(content).total();
        var draft = new Draft.Report(
                by,
                content,
                about(kind, admitted.scene().question(), admitted.standpoint(), total.cell("pending.total")),
                joining.joint(admitted, total.cell("received.carriedOver"), Joining.Effort.WHOLE));
        return chain.read(chain.add(draft));
    }

    private static About about(SnapshotKind kind, ReportQuestion question, Standpoint standpoint, long pending) {
        Optional<Instant> at = Cuts.of(question, standpoint.now()).at();
        return new About(
                kind,
                question.unit(),
                question.period().from(),
                question.period().to(),
                question.tree(),
                at.isPresent(),
                at.orElse(null),
                standpoint.position(),
                pending);
    }

    private void requireNothingParked(ReportDesk.Admitted admitted) {
        List<String> parked = reports.parked(admitted);
        if (!parked.isEmpty())
            throw Problem.of(
                            ProblemCode.PARKED,
                            "dossiers of the subtree are parked: the report would miss events of theirs")
                    .with(Map.of("parked", parked));
    }

    /**
     * A snapshot by its id.
     *
     * @throws Problem {@code forbidden}; where the caller may see all units {@code not-found}, or {@code contradicts-history}
     *     where somebody has changed its row beyond reading
     */
    public Snapshot open(String id, Caller caller) {
        ReadRights rights = sight.rights(caller);
        Optional<Link> row = Snapshot.number(id).flatMap(chain.table()::reportLink);
        if (rights.all() && row.isEmpty())
            throw Problem.of(ProblemCode.NOT_FOUND, "there is no such snapshot, or no such form of one");
        return row.filter(link -> sight.covers(link, rights))
                .flatMap(link -> chain.table().report(link.number()))
                .map(chain::read)
                .orElseThrow(ReadRights::refused);
    }

    /**
     * Records who answers for a report, once; said again in the same words it stays as it is.
     *
     * @throws Problem {@code contradicts-history}, where somebody else answers for it already, or it is not what was frozen
     */
    public Snapshot sign(Snapshot snapshot, byte[] order, Caller caller) {
        Draft.Signed signed = SignOrder.read(order);
        if (!snapshot.isAsFrozen())
            throw Problem.of(ProblemCode.CONTRADICTS_HISTORY, "the snapshot is no longer what was frozen: replay it");
        try {
            if (snapshot.signature().isEmpty())
                chain.add(Draft.Signature.of(
                        caller.subject(), signed, snapshot.entry().header().number()));
        } catch (DuplicateKeyException signedMeanwhile) {
            // what it was signed with is told below
        }
        Snapshot now = chain.read(snapshot.entry());
        Signature is = now.signature()
                .orElseThrow(() -> Problem.of(
                        ProblemCode.CONTRADICTS_HISTORY, "somebody has changed the signature beyond reading"));
        if (!signed.equals(new Draft.Signed(is.office(), is.title(), is.decision())))
            throw Problem.of(ProblemCode.CONTRADICTS_HISTORY, "the report is signed already");
        return now;
    }
}
