package hoso.query.audit.gap;

import hoso.event.Stream;
import hoso.query.audit.page.IdPage;
import hoso.query.audit.page.ListQuestion;
import hoso.query.books.Bounds;
import hoso.query.feed.EventLog;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.dossiers.Candidates;
import hoso.vocabulary.Period;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Finds holes in the numbers that units gave the dossiers of a period. */
public final class Numbering {

    /** The number has the day of the receipt; some are entered later, or their receipt is corrected. */
    private static final Duration MARGIN = Duration.ofDays(31);

    /** Of a day: so many are looked up in the log, where units outside the question may have them. */
    private static final int LOOKED_UP_MAX = 1_000;

    /** Of a day: enough to ask an office about. */
    private static final int LISTED_MAX = 100;

    private final Candidates candidates;
    private final EventLog log;

    public Numbering(Candidates candidates, EventLog log) {
        this.candidates = candidates;
        this.log = log;
    }

    /** One page of days with holes, by prefix and day. */
    IdPage<NumberHoles> holes(ListQuestion question, Admitted admitted) {
        long position = admitted.standpoint().position();
        var page = new IdPage<NumberHoles>(question.limit());
        days(admitted, position).tailMap(question.afterId(), false).forEach((series, day) -> {
            if (!page.full()) holes(day, position).ifPresent(holes -> page.offer(series, holes));
        });
        return page;
    }

    private NavigableMap<String, NumberedDay> days(Admitted admitted, long position) {
        Period period = admitted.scene().question().period();
        var received = new Bounds(period.start().minus(MARGIN), period.end().plus(MARGIN), null, null);
        NavigableMap<String, NumberedDay> days = new TreeMap<>();
        candidates.inOrderOfId(position, admitted.scene().units(), received, "", (id, dossier) -> {
            DossierNumber.of(id)
                    .filter(number -> !number.day().isBefore(period.from())
                            && !number.day().isAfter(period.to()))
                    .ifPresent(number -> days.computeIfAbsent(number.series(), unseen -> new NumberedDay(number))
                            .add(number));
            return true;
        });
        return days;
    }

    /** What another unit has under the same prefix, or was voided since, was published all the same. */
    private Optional<NumberHoles> holes(NumberedDay day, long position) {
        if (day.unseen() == 0) return Optional.empty();
        List<Integer> unseen = day.unseen(LOOKED_UP_MAX).boxed().toList();
        Map<String, ?> published = log.streams(
                unseen.stream()
                        .flatMap(number -> day.ids(number).stream())
                        .map(Stream::dossier)
                        .toList(),
                position);
        List<Integer> missing = unseen.stream()
                .filter(number -> day.ids(number).stream()
                        .noneMatch(
                                id -> published.containsKey(Stream.dossier(id).name())))
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
