package hoso.query.audit.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.Ruling;
import hoso.event.Standing;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.wire.EventTypes;
import hoso.query.audit.status.DossierStatus;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Line;
import hoso.query.ledger.Measure;
import hoso.query.ledger.Posting;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event changed.
 *
 * @param shown what the dossier showed before and shows after it; null where that is the same
 * @param facts the clock facts, other than its own, that it moved, took out, brought back or decided otherwise: the first
 *     hundred by the clock, which are the nearest, since no decision reaches back
 * @param factCount how many they are altogether; null where there is none
 * @param figures the lines that it posted to the ledger: every figure is a sum of such
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Changed(
        @Nullable Shift<Shown> shown,
        List<FactChange> facts,
        @Nullable Integer factCount,
        List<Figure> figures) {

    /** Each of a dossier's thousand events may move all later facts: to list those would take a million lines. */
    private static final int FACTS_MAX = 100;

    /**
     * @param was null where there was none
     * @param now null where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shift<T>(@Nullable T was, @Nullable T now) {}

    /** What a dossier shows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            DossierStatus status,
            @Nullable Instant dueAt,
            @Nullable Timeliness timeliness) {

        static Shown of(DossierHistory history) {
            DossierStatus status = DossierStatus.of(history);
            if (!history.alive()) return new Shown(status, null, null);
            Standing standing = history.standing();
            return new Shown(status, standing.dueAt(), standing.timeliness());
        }
    }

    /**
     * A clock fact before and after.
     *
     * @param event the place of the event that published it, from 0
     * @param brought whether it is the pause that a resume brought along
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FactChange(
            int event,
            String type,
            @Nullable Boolean brought,
            @Nullable Decided was,
            @Nullable Decided now) {}

    /**
     * A clock fact as it stood and was decided.
     *
     * @param remaining of a pause that counts: working time
     * @param remainingDays the same where calendar days are counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            Instant at,
            Instant dueAt,
            @Nullable Boolean counts,
            @Nullable Duration remaining,
            @Nullable Integer remainingDays,
            @Nullable Timeliness timeliness) {

        static @Nullable Decided of(@Nullable ClockEntry entry) {
            if (entry == null) return null;
            Ruling ruling = entry.ruling();
            Remaining remaining = ruling instanceof Ruling.Paused paused ? paused.remaining() : null;
            return new Decided(
                    entry.at(),
                    ruling.dueAt(),
                    ruling instanceof Ruling.Paused paused ? paused.counts() : null,
                    remaining instanceof Remaining.WorkingTime time ? time.work() : null,
                    remaining instanceof Remaining.CalendarDays days ? days.days() : null,
                    ruling instanceof Ruling.Closed closed ? closed.timeliness() : null);
        }
    }

    /** A line of the ledger: so much more, or less, of a measure from an instant on. */
    public record Figure(Measure measure, Instant at, String unit, long amount) {

        static Figure of(Line line) {
            return new Figure(line.measure(), line.at(), line.dimensions().unit(), line.amount());
        }
    }

    /** With the units as they are shown. */
    public Changed shown(UnaryOperator<String> unit) {
        return new Changed(
                shown,
                facts,
                factCount,
                figures.stream()
                        .map(line -> new Figure(line.measure(), line.at(), unit.apply(line.unit()), line.amount()))
                        .toList());
    }

    /**
     * @param event the place of the event between both
     */
    public static Changed between(DossierHistory before, DossierHistory after, int event) {
        Shown was = Shown.of(before);
        Shown now = Shown.of(after);
        List<Pair> facts = changed(before, after, event);
        return new Changed(
                was.equals(now) ? null : new Shift<>(was, now),
                facts.stream().limit(FACTS_MAX).map(Pair::told).toList(),
                facts.isEmpty() ? null : facts.size(),
                Posting.between(Contribution.of(before), Contribution.of(after)).lines().stream()
                        .map(Figure::of)
                        .toList());
    }

    /** Those that are not as they were, by the clock. */
    private static List<Pair> changed(DossierHistory before, DossierHistory after, int event) {
        Map<Place, ClockEntry> was = byPlace(before);
        Map<Place, ClockEntry> now = byPlace(after);
        List<Pair> pairs = new ArrayList<>();
        was.forEach((place, entry) -> pairs.add(new Pair(entry, now.get(place))));
        now.forEach((place, entry) -> {
            if (entry.sequence() != event && !was.containsKey(place)) pairs.add(new Pair(null, entry));
        });
        pairs.removeIf(Pair::isAsItWas);
        pairs.sort(Comparator.comparing(Pair::at));
        return pairs;
    }

    /** A clock fact before and after an event, missing on one side at most. */
    private record Pair(@Nullable ClockEntry was, @Nullable ClockEntry now) {

        boolean isAsItWas() {
            return Objects.equals(Decided.of(was), Decided.of(now));
        }

        /** The earlier one, where it was moved. */
        Instant at() {
            return Stream.of(Optional.ofNullable(was), Optional.ofNullable(now))
                    .flatMap(Optional::stream)
                    .map(ClockEntry::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        FactChange told() {
            return change(was != null ? was : Objects.requireNonNull(now), was, now);
        }
    }

    /** A clock fact by the event that brought it. */
    private record Place(int event, boolean brought) {}

    private static Map<Place, ClockEntry> byPlace(DossierHistory history) {
        Map<Place, ClockEntry> entries = new LinkedHashMap<>();
        for (ClockEntry entry : history.clock()) entries.put(new Place(entry.sequence(), entry.brought()), entry);
        return entries;
    }

    private static FactChange change(ClockEntry named, @Nullable ClockEntry was, @Nullable ClockEntry now) {
        return new FactChange(
                named.sequence(),
                EventTypes.of(named.fact()).name(),
                named.brought() ? true : null,
                Decided.of(was),
                Decided.of(now));
    }
}
