package hoso.query.report.dossiers;

import hoso.event.history.DossierHistory;
import hoso.query.books.Bounds;
import hoso.query.books.Trait;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Line;
import hoso.query.ledger.Measure;
import hoso.query.report.Cuts;
import hoso.query.report.figure.Cell;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;

/** Which dossiers are listed. */
sealed interface Behind {

    /** What asks for them: a cell, or the worklist with its days. */
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

        private Instant horizon(Instant end) {
            LocalDate day = VietnamTime.date(end);
            boolean dayBegins = VietnamTime.startOf(day).equals(end);
            return VietnamTime.startOf(day.plusDays(dayBegins ? days : days + 1L));
        }
    }

    private static long[] sumsBefore(Contribution contribution, Instant cut) {
        long[] sums = new long[Measure.all().size()];
        for (Line line : contribution.lines())
            if (line.at().isBefore(cut)) sums[line.measure().ordinal()] += line.amount();
        return sums;
    }
}
