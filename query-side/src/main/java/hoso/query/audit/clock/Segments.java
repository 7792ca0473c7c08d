package hoso.query.audit.clock;

import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.query.audit.clock.Segment.Kind;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The time of a dossier from its receipt to an end, cut into {@link Segment segments}.
 *
 * @param list in order, without gaps; the first of them where there are more than {@link #MAX}
 * @param cut whether there are more
 * @param counted working time by the due instants in force
 * @param overrun working time after them
 * @param paused working time in pauses that count
 */
public record Segments(List<Segment> list, boolean cut, Duration counted, Duration overrun, Duration paused) {

    /** Three or four a working day, so some four years: nobody reads on, and the sums are of all. */
    static final int MAX = 4_000;

    public Segments {
        list = List.copyOf(list);
    }

    /**
     * @param end may lie after the closing: for the portal work goes on until it has seen the end
     */
    static Segments of(DossierHistory history, Instant end, WorkingCalendar calendar) {
        var cutting = new Cutting(Holders.of(history), calendar);
        List<ClockEntry> clock = history.clock();
        for (int index = 0; index < clock.size(); index++) {
            ClockEntry entry = clock.get(index);
            Instant until = index + 1 < clock.size() ? clock.get(index + 1).at() : end;
            cutting.stage(entry.at(), until.isBefore(end) ? until : end, entry.ruling());
        }
        return cutting.segments();
    }

    /** Between two clock facts the same due instant is in force, or the same pause. */
    private static final class Cutting {
        private final Holders holders;
        private final WorkingCalendar calendar;
        private final DayParts parts;
        private final List<Segment> list = new ArrayList<>();
        private boolean cut;
        private Duration counted = Duration.ZERO;
        private Duration overrun = Duration.ZERO;
        private Duration paused = Duration.ZERO;

        Cutting(Holders holders, WorkingCalendar calendar) {
            this.holders = holders;
            this.calendar = calendar;
            this.parts = new DayParts(calendar);
        }

        void stage(Instant from, Instant to, Ruling ruling) {
            if (!from.isBefore(to)) return;
            boolean standing = ruling instanceof Ruling.Paused pause && pause.counts();
            var cuts = new TreeSet<>(holders.changes());
            if (!standing) cuts.add(ruling.dueAt());
            cuts.add(to);
            Instant at = from;
            for (Instant next : cuts.subSet(from, false, to, true)) {
                piece(at, next, standing, at.isBefore(ruling.dueAt()) ? Kind.COUNTED : Kind.OVERRUN);
                at = next;
            }
        }

        private void piece(Instant from, Instant to, boolean standing, Kind working) {
            Duration work = calendar.work(from, to);
            String holder = holders.at(from);
            if (standing) {
                paused = paused.plus(work);
                add(new Segment(from, to, Kind.PAUSED, null, holder, work));
                return;
            }
            if (working == Kind.COUNTED) counted = counted.plus(work);
            else overrun = overrun.plus(work);
            if (cut) return;
            parts.cut(
                    from,
                    to,
                    (start, end, closed, holiday) -> add(new Segment(
                            start,
                            end,
                            closed == null ? working : closed,
                            holiday,
                            holder,
                            closed == null ? Duration.between(start, end) : Duration.ZERO)));
        }

        private void add(Segment segment) {
            if (!list.isEmpty() && list.getLast().goesOn(segment))
                list.set(list.size() - 1, list.getLast().with(segment));
            else if (list.size() < MAX) list.add(segment);
            else cut = true;
        }

        Segments segments() {
            return new Segments(list, cut, counted, overrun, paused);
        }
    }
}
