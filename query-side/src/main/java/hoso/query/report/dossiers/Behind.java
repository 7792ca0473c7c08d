package hoso.query.report.dossiers;

import hoso.event.history.DossierHistory;
import hoso.query.books.Bounds;
import hoso.query.books.Trait;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Line;
import hoso.query.ledger.Measure;
import hoso.query.report.Cuts;
import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import hoso.query.report.figure.Figures;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Which dossiers are listed. */
public sealed interface Behind {

    /** What asks for them: a cell, the worklist with its days, or what the portal sees otherwise. */
    String name();

    boolean lists(DossierHistory dossier, Cuts cuts);

    /** What can be said beforehand of all of them. */
    Bounds bounds(Cuts cuts);

    /** Those behind a figure: a dossier is there exactly where the same formula over its own lines is not 0. */
    record Figure(Cell of) implements Behind {

        @Override
        public String name() {
            return of.name();
        }

        @Override
        public boolean lists(DossierHistory dossier, Cuts cuts) {
            Contribution contribution = Contribution.of(dossier);
            return of.value(sumsBefore(contribution, cuts.start()), sumsBefore(contribution, cuts.end())) != 0;
        }

        @Override
        public Bounds bounds(Cuts cuts) {
            return CellBounds.of(of.name(), cuts);
        }

        /** Whether each dossier adds 1, so that the figure is their number. */
        boolean countsDossiers() {
            return !of.name().startsWith("amounts.");
        }
    }

    /**
     * The worklist of what falls due: open at {@code T}, in no pause that counts, and due in what is left of the day of
     * {@code T} or in the whole days after it.
     *
     * @param days how many whole days; where {@code T} begins a day, that is the first of them
     */
    record DueWithin(int days) implements Behind {

        static final String CELL = "pending.dueWithin";

        @Override
        public String name() {
            return CELL + " " + days;
        }

        @Override
        public boolean lists(DossierHistory dossier, Cuts cuts) {
            Instant end = cuts.end();
            if (dossier.dueAt().isBefore(end) || !dossier.dueAt().isBefore(horizon(end))) return false;
            long[] sums = sumsBefore(Contribution.of(dossier), end);
            long closed = sums[Measure.CLOSED_EARLY.ordinal()]
                    + sums[Measure.CLOSED_ON_TIME.ordinal()]
                    + sums[Measure.CLOSED_LATE.ordinal()];
            return sums[Measure.RECEIVED.ordinal()] - closed == 1 && sums[Measure.PAUSED.ordinal()] == 0;
        }

        @Override
        public Bounds bounds(Cuts cuts) {
            return CellBounds.of(CELL, cuts).and(new Trait.Due(cuts.end(), horizon(cuts.end())));
        }

        /** What is due before it is listed, at the {@code T} that is given. */
        public Instant horizon(Instant end) {
            LocalDate day = VietnamTime.date(end);
            boolean dayBegins = VietnamTime.startOf(day).equals(end);
            return VietnamTime.startOf(day.plusDays(dayBegins ? days : days + 1L));
        }
    }

    /**
     * The dossiers that make the difference between the national portal's figures of progress and the local ones: in the
     * scope of one rule and not of the other, or in time, closed or pending, by one and not by the other.
     */
    record PortalDiffers() implements Behind {

        static final String CELL = "portal.differs";

        private static final Cell LOCAL_SCOPE = Cells.cell("received.total");
        private static final Cell PORTAL_SCOPE = Cells.cell("portal.inScope");
        private static final List<Cell> LOCAL_IN_TIME =
                List.of(Cells.cell("resolved.early"), Cells.cell("resolved.onTime"), Cells.cell("pending.notDue"));
        private static final List<Cell> PORTAL_IN_TIME =
                List.of(Cells.cell("portal.ended.inTime"), Cells.cell("portal.pending.notDue"));

        @Override
        public String name() {
            return CELL;
        }

        @Override
        public boolean lists(DossierHistory dossier, Cuts cuts) {
            Contribution contribution = Contribution.of(dossier);
            Figures figures =
                    Figures.between(sumsBefore(contribution, cuts.start()), sumsBefore(contribution, cuts.end()));
            return figures.of(LOCAL_SCOPE) != figures.of(PORTAL_SCOPE)
                    || figures.sum(LOCAL_IN_TIME) != figures.sum(PORTAL_IN_TIME);
        }

        @Override
        public Bounds bounds(Cuts cuts) {
            return CellBounds.of(CELL, cuts);
        }
    }

    private static long[] sumsBefore(Contribution contribution, Instant cut) {
        long[] sums = new long[Measure.all().size()];
        for (Line line : contribution.lines())
            if (line.at().isBefore(cut)) sums[line.measure().ordinal()] += line.amount();
        return sums;
    }
}
