package hoso.query.snapshot.freeze;

import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.question.KnownReference;
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
import hoso.query.snapshot.chain.ChainWalk;
import hoso.query.snapshot.chain.Draft;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Link;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.ReportContent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;

/** Freezes reports, opens what was frozen to whoever may see the report, and records who answers for it. */
public final class SnapshotDesk {

    /** Rows looked at for one page of a list: who may see but few of them goes on from where it ended. */
    private static final int LOOKED_AT_MAX = 1_000;

    /** Each makes some dozen reports, and holds them all at once. */
    private static final int FREEZING_AT_ONCE = 2;

    private final Bulkhead freezing = new Bulkhead(FREEZING_AT_ONCE, "too many reports are being frozen at once");

    private final ReportDesk reports;
    private final ReportContent contents;
    private final Joining joining;
    private final Chain chain;
    private final KnownReference reference;
    private final Standpoints standpoints;
    private final InstantSource clock;

    public SnapshotDesk(
            ReportDesk reports,
            ReportContent contents,
            Joining joining,
            Chain chain,
            KnownReference reference,
            Standpoints standpoints,
            InstantSource clock) {
        this.reports = reports;
        this.contents = contents;
        this.joining = joining;
        this.chain = chain;
        this.reference = reference;
        this.standpoints = standpoints;
        this.clock = clock;
    }

    /**
     * Freezes a report; each time it is another snapshot, as for one that was signed amiss.
     *
     * @throws Problem {@code forbidden}, {@code unknown-unit}, {@code parked}, where the report misses events, or
     *     {@code unavailable}, where too many are being frozen
     */
    public Snapshot freeze(FreezeOrder order, Caller caller) {
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
        return new About(
                kind,
                question.unit(),
                question.period().from(),
                question.period().to(),
                question.tree(),
                Cuts.of(question, standpoint.now()).at().isPresent(),
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
     * @throws Problem {@code forbidden}, or {@code not-found} where the caller may see all units
     */
    public Snapshot open(String id, Caller caller) {
        Optional<Snapshot> snapshot =
                Snapshot.number(id).flatMap(chain.table()::report).map(chain::read);
        if (snapshot.isEmpty() && caller.units().all())
            throw Problem.of(ProblemCode.NOT_FOUND, "there is no such snapshot");
        return snapshot.filter(found -> sees(found.entry().header(), rights(caller)))
                .orElseThrow(ReadRights::refused);
    }

    /**
     * Some of the snapshots that a caller may see, the newest first.
     *
     * @param damaged numbers of those among them that somebody has changed; told to who may see all units
     * @param next the number below which there may be more; empty after the last
     */
    public record Page(List<Header> snapshots, List<Long> damaged, Optional<Long> next) {}

    /**
     * @param unit as those who ask call it; empty for all
     * @param before only those of lower numbers
     */
    public Page list(Optional<String> unit, long before, int limit, Caller caller) {
        ReadRights rights = rights(caller);
        List<Header> listed = new ArrayList<>();
        List<Long> damaged = new ArrayList<>();
        List<Link> rows = chain.table().reports(before, listed(unit, rights), LOOKED_AT_MAX);
        long last = before;
        for (Link row : rows) {
            if (listed.size() + damaged.size() == limit) return new Page(listed, damaged, Optional.of(last));
            Optional<Header> report = row.report();
            if (report.isEmpty() && rights.all()) damaged.add(row.number());
            report.filter(header -> sees(header, rights)).ifPresent(listed::add);
            last = row.number();
        }
        return new Page(listed, damaged, rows.size() == LOOKED_AT_MAX ? Optional.of(last) : Optional.empty());
    }

    /** The units whose snapshots are looked at: more would be read for nothing. */
    private Optional<Set<String>> listed(Optional<String> unit, ReadRights rights) {
        return unit.<Set<String>>map(asked ->
                        Set.copyOf(reference.names(standpoints.newest()).units(asked)))
                .or(() -> rights.all() ? Optional.empty() : Optional.of(rights.reach()));
    }

    /**
     * Looks at rows of the chain one after the other, whatever they are of.
     *
     * @throws Problem {@code forbidden}, where the caller may not see all units
     */
    public ChainWalk walk(long after, int limit, Caller caller) {
        rights(caller).requireAllUnits();
        return chain.walk(after, limit);
    }

    /**
     * Records who answers for a report, once; said again in the same words it stays as it is.
     *
     * @throws Problem {@code contradicts-history}, where somebody else answers for it already
     */
    public Snapshot sign(Snapshot snapshot, byte[] order, Caller caller) {
        Draft.Signed signed = SignOrder.read(order);
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

    private ReadRights rights(Caller caller) {
        return ReadRights.of(caller, reference, standpoints.newest(), clock.instant());
    }

    /** By the units that the report rolls up, as they were known then. */
    private boolean sees(Header header, ReadRights rights) {
        return rights.all()
                || rights.seesAll(
                        header.about().subtree(reference), header.about().to());
    }
}
