package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.DemoProcedure;
import hoso.standalone.demo.data.DemoUnit;
import hoso.standalone.demo.data.ReportPeriod;
import hoso.standalone.demo.data.Scope;
import hoso.vocabulary.Channel;
import hoso.vocabulary.DueDates;
import hoso.vocabulary.Processing;
import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Finds a unit, a procedure and an instant of receipt from which a dossier can come to stand as planned. */
final class Placement {

    /** From then on it is enough if a fee is asked for, or an extension given, where the procedure alone would not do. */
    private static final int STRICT_TRIES = 60;

    /** In practice some ten do; a scope that needs more asks for the impossible. */
    private static final int TRIES_MAX = 2_000;

    /** The last quarter of an hour of a day sees no one at the counter. */
    private static final long COUNTER_SECONDS = 8 * 3_600 - 900;

    /** A dossier carried over takes at least three working days, else it would not have been. */
    private static final Duration CARRIED_AT_LEAST = Duration.ofHours(20);

    private final WorkingCalendar calendar;
    private final List<ReportPeriod> reports;
    private final WorkDays days;
    private final Catalogue catalogue;
    private final UnitChoice units;
    private final Scope scope;
    private final RandomGenerator random;

    Placement(WorkingCalendar calendar, WorkDays days, Catalogue catalogue, Scope scope, RandomGenerator random) {
        this.calendar = calendar;
        this.reports = ReportPeriod.all();
        this.days = days;
        this.catalogue = catalogue;
        this.units = new UnitChoice(scope.units());
        this.scope = scope;
        this.random = random;
    }

    PlannedDossier place(Stratum stratum, Channel channel, Set<Mark> marks, Payments.Payment payment) {
        for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
            PlannedDossier dossier = attempt(stratum, channel, marks, payment, attempt < STRICT_TRIES);
            if (dossier != null) return dossier;
        }
        throw new IllegalStateException("no place in " + scope.name() + " for " + stratum + " " + channel + marks);
    }

    private @Nullable PlannedDossier attempt(
            Stratum stratum, Channel channel, Set<Mark> marks, Payments.Payment payment, boolean strict) {
        DemoUnit unit = units.any(random);
        DemoProcedure procedure = catalogue.any(unit, channel, strict ? marks : withoutFee(marks), random);
        if (procedure == null) return null;
        ReportPeriod report = scope.report();
        Processing processing = procedure.processingOn(report.from());
        var receipt = ReceiptDays.of(report, days, stratum.carried(), stratum.standing(), processing);
        if (receipt.isEmpty()) return null;
        LocalDate day = days.day(receipt.first() + random.nextInt(receipt.count()));
        Instant receivedAt = receivedAt(day, channel, stratum.carried() ? report.start() : report.end());
        var dossier = new PlannedDossier(
                report,
                unit,
                procedure,
                channel,
                stratum.standing(),
                marks,
                receivedAt,
                scope.sameDay().isEmpty(),
                payment.times(),
                payment.thousands(),
                !report.isFollowedAt(unit, reports),
                random.nextLong());
        return canStandAsPlanned(dossier, strict) ? dossier : null;
    }

    /** What is paid online has a procedure with a fee in any case; else the fee can be asked for. */
    private static Set<Mark> withoutFee(Set<Mark> marks) {
        if (marks.contains(Mark.PAID) || marks.contains(Mark.COPY)) return marks;
        var rest = EnumSet.copyOf(marks);
        rest.remove(Mark.FEE);
        return rest;
    }

    private boolean canStandAsPlanned(PlannedDossier dossier, boolean strict) {
        Instant due = DueDates.first(dossier.processing(), dossier.receivedAt(), calendar);
        boolean carried = dossier.has(Mark.CARRIED);
        if (carried && calendar.work(dossier.receivedAt(), due).compareTo(CARRIED_AT_LEAST) < 0) return false;
        ReportPeriod report = dossier.report();
        return switch (dossier.standing()) {
            case EARLY, ON_TIME, LATE ->
                Window.closing(dossier, dossier.receivedAt().plusSeconds(Course.HANDLING_SECONDS), due)
                        .hasWork(calendar);
            case NOT_DUE -> !due.isBefore(report.quietEnd()) || (carried && !strict);
            case OVERDUE -> due.isBefore(report.end());
            case PAUSED ->
                Course.pausable(dossier.receivedAt(), due)
                        .to(report.end().minusSeconds(1))
                        .hasWork(calendar);
            case MISTAKEN -> true;
        };
    }

    /** At the counter in working time; online also in the evening and at weekends, but before {@code end}. */
    private Instant receivedAt(LocalDate day, Channel channel, Instant end) {
        boolean atWork = channel != Channel.ONLINE || random.nextInt(100) < 70;
        if (atWork)
            return calendar.advance(VietnamTime.startOf(day), Duration.ofSeconds(1 + random.nextLong(COUNTER_SECONDS)));
        LocalDate next = day.plusDays(1);
        boolean weekend = random.nextInt(100) < 40
                && !calendar.isWorkingDay(next)
                && VietnamTime.startOf(next).isBefore(end);
        return VietnamTime.startOf(weekend ? next : day).plusSeconds(6 * 3_600 + random.nextInt(17 * 3_600));
    }
}
