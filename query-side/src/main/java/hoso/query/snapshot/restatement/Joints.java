package hoso.query.snapshot.restatement;

import hoso.query.question.KnownReference;
import hoso.query.question.Standpoint;
import hoso.query.report.Joining;
import hoso.query.report.ReportDesk;
import hoso.query.report.ReportQuestion;
import hoso.query.snapshot.Joint;
import hoso.query.snapshot.chain.About;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Snapshot;
import hoso.vocabulary.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Joins a report to the last snapshot that ends where it begins, and explains what does not fit. */
public final class Joints implements Joining {

    private final Chain chain;
    private final Explanations explanations;
    private final KnownReference reference;

    public Joints(Chain chain, Explanations explanations, KnownReference reference) {
        this.chain = chain;
        this.explanations = explanations;
        this.reference = reference;
    }

    @Override
    public Optional<Joint> joint(ReportDesk.Admitted admitted, long carriedOver, Effort effort) {
        ReportQuestion question = admitted.scene().question();
        Standpoint standpoint = admitted.standpoint();
        LocalDate dayBefore = question.period().from().minusDays(1);
        Instant by = question.at().orElse(standpoint.now());
        return chain.table().ending(question.unit(), dayBefore, false).stream()
                .filter(header -> header.about().position() <= standpoint.position()
                        && !header.madeAt().isAfter(by))
                .findFirst()
                .filter(header -> isSeen(header.about(), admitted))
                .map(header -> joint(header, admitted, carriedOver, effort));
    }

    /** The tree may have had more below the unit then. */
    private boolean isSeen(About about, ReportDesk.Admitted admitted) {
        return admitted.rights().all() || admitted.rights().seesAll(about.subtree(reference), about.to());
    }

    /** Mostly they fit, and nothing need be explained. */
    private Joint joint(Header before, ReportDesk.Admitted admitted, long carriedOver, Effort effort) {
        About about = before.about();
        var period = new Period(about.from(), about.to());
        if (about.pending() == carriedOver)
            return new Joint(Snapshot.id(before), period, about.pending(), carriedOver, List.of());
        Explanation.Told told = explained(before, admitted, effort);
        boolean whole = told.position() == admitted.standpoint().position();
        return new Joint(
                Snapshot.id(before),
                period,
                about.pending(),
                carriedOver,
                whole ? told.partsOf(carriedOver - about.pending()) : told.parts(),
                whole ? null : Long.valueOf(told.position()));
    }

    /** One whose figures somebody has changed is told by its replay; here its two numbers stand unexplained. */
    private Explanation.Told explained(Header before, ReportDesk.Admitted admitted, Effort effort) {
        return chain.table()
                .report(before.number())
                .map(chain::read)
                .filter(snapshot -> snapshot.report().isPresent() && snapshot.isAsFrozen())
                .map(snapshot -> explanations.of(snapshot, admitted.scene(), admitted.standpoint(), effort))
                .orElseGet(() -> Explanation.Told.nothing(before.about().position()));
    }
}
