package hoso.query.audit.gap;

import hoso.event.Stream;
import hoso.query.audit.page.IdPage;
import hoso.query.audit.page.ListQuestion;
import hoso.query.books.Bounds;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.dossiers.Candidates;
import hoso.vocabulary.Period;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds holes in the numbers that units gave the dossiers of a period. */
public final class Numbering {

    /** The number has the day of the receipt; some are entered later, or their receipt is corrected. */
    private static final Duration MARGIN = Duration.ofDays(31);

    /** Of a day: so many are looked up in the log, where units outside the question may have them. */
    private static final int LOOKED_UP_MAX = 1_000;

    /** Of a day: enough to ask an office about. */
    private static final int LISTED_MAX = 100;

    /** Days with unseen numbers that are gathered before any of them is looked up. */
    private static final int DAYS_AT_ONCE = 100;

    private final Candidates candidates;
    private final Published published;

    /** Tells which dossiers were ever published, by whichever unit. */
    @FunctionalInterface
    public interface Published {

        /** The names of those of some streams that have an event up to a position. */
        Set<String> among(Collection<Stream> streams, long position);
    }

    public Numbering(Candidates candidates, Published published) {
        this.candidates = candidates;
        this.published = published;
    }

    /** One page of days with holes, by prefix and day. */
    IdPage<NumberHoles> holes(ListQuestion question, Admitted admitted) {
        var scope = new Scope(
                admitted.scene().question().period(),
                admitted.scene().units(),
                admitted.standpoint().position());
        return holes(scope, question.afterId(), question.limit());
    }

    /** The numbers of which days, which units gave, and as of which position. */
    record Scope(Period period, Set<String> units, long position) {}

    /**
     * Dossiers are read no further than the page needs, and from where the page before ended.
     *
     * @param after only series that come after it
     */
    IdPage<NumberHoles> holes(Scope scope, String after, int limit) {
        var page = new IdPage<NumberHoles>(limit);
        NumberedDays days = days(scope, after);
        lookUp(days, scope.position(), page);
        while (days.more() && !page.full()) {
            days = days(scope, days.last());
            lookUp(days, scope.position(), page);
        }
        return page;
    }

    private void lookUp(NumberedDays days, long position, IdPage<NumberHoles> page) {
        days.unseen().forEach((series, day) -> {
            if (!page.full()) holes(day, position).ifPresent(holes -> page.offer(series, holes));
        });
    }

    /** The next ones; nothing is looked up on the way, since whoever reads dossiers holds a connection. */
    private NumberedDays days(Scope scope, String after) {
        Period period = scope.period();
        var received = new Bounds(period.start().minus(MARGIN), period.end().plus(MARGIN), null, null);
        var days = new NumberedDays(after, DAYS_AT_ONCE);
        candidates.inOrderOfId(
                scope.position(),
                scope.units(),
                received,
                after,
                (id, dossier) -> DossierNumber.of(id)
                        .filter(number -> !number.day().isBefore(period.from())
                                && !number.day().isAfter(period.to()))
                        .map(number -> days.add(id, number))
                        .orElse(true));
        return days.ended();
    }

    /** What another unit has under the same prefix, or was voided since, was published all the same. */
    private Optional<NumberHoles> holes(NumberedDay day, long position) {
        List<Integer> unseen = day.unseen(LOOKED_UP_MAX).boxed().toList();
        Set<String> known = published.among(
                unseen.stream()
                        .flatMap(number -> day.ids(number).stream())
                        .map(Stream::dossier)
                        .toList(),
                position);
        List<Integer> missing = unseen.stream()
                .filter(number -> day.ids(number).stream()
                        .noneMatch(id -> known.contains(Stream.dossier(id).name())))
                .toList();
        int unverified = day.unseen() - unseen.size();
        if (missing.isEmpty() && unverified == 0) return Optional.empty();
        return Optional.of(new NumberHoles(
                day.prefix(),
                day.day(),
                day.highest(),
                missing.subList(0, Math.min(LISTED_MAX, missing.size())),
                missing.size(),
                unverified));
    }
}
