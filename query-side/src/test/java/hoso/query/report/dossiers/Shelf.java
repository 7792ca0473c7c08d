package hoso.query.report.dossiers;

import hoso.event.ClockFact;
import hoso.event.OtherFact;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.books.BookReader;
import hoso.query.books.Bounds;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Line;
import hoso.query.ledger.Measure;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.SupplementRule;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Random dossiers in memory, each put there at a position of its own: both the candidates and the books of a test. */
final class Shelf implements Candidates, BookReader {

    static final List<String> PROCEDURES = List.of("1.000001", "1.000002");

    private record Put(long position, Candidate candidate) {}

    private final NavigableMap<String, Put> dossiers = new TreeMap<>();
    private final boolean narrowed;
    private long visited;

    /**
     * @param narrowed whether it leaves out what it may leave out
     */
    Shelf(boolean narrowed) {
        this.narrowed = narrowed;
    }

    long position() {
        return dossiers.size();
    }

    /** How many candidates were looked at so far. */
    long visited() {
        return visited;
    }

    void put(String id, DossierHistory history) {
        dossiers.put(id, new Put(position() + 1, new Candidate(id, history)));
    }

    /** Puts dossiers received between two instants by some of the units. */
    void putRandom(int count, Random random, List<String> units, Instant from, Instant to) {
        for (int index = 0; index < count; index++)
            put("D-%08x".formatted(random.nextInt()), dossier(random, units, from, to));
    }

    @Override
    public void inOrderOfId(
            long position, Set<String> units, Bounds bounds, String after, BiPredicate<String, DossierHistory> each) {
        for (Put put : dossiers.tailMap(after, false).values()) {
            DossierHistory history = put.candidate().history();
            boolean seen = put.position() <= position
                    && units.contains(history.received().unit());
            if (!seen || (narrowed && !within(bounds, history))) continue;
            visited++;
            if (!each.test(put.candidate().id(), history)) return;
        }
    }

    private static boolean within(Bounds bounds, DossierHistory dossier) {
        Instant received = dossier.receivedAt();
        Instant closed = dossier.closing().map(ClockEntry::at).orElse(Instant.MAX);
        return (bounds.receivedFrom() == null || !received.isBefore(bounds.receivedFrom()))
                && (bounds.receivedBefore() == null || received.isBefore(bounds.receivedBefore()))
                && (bounds.notClosedBefore() == null || !closed.isBefore(bounds.notClosedBefore()))
                && (bounds.closedBefore() == null || closed.isBefore(bounds.closedBefore()));
    }

    @Override
    public Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        Map<String, long[][]> sums = new TreeMap<>();
        for (Put put : dossiers.values()) {
            if (put.position() > position) continue;
            for (Line line : Contribution.of(put.candidate().history()).lines())
                if (units.contains(line.dimensions().unit())) add(sums, dimension, cuts, line);
        }
        return sums;
    }

    private static void add(Map<String, long[][]> sums, Dimension dimension, List<Instant> cuts, Line line) {
        String key = switch (dimension) {
            case OWNING_UNIT -> line.dimensions().unit();
            case FIELD -> String.valueOf(line.dimensions().field());
            case PROCEDURE -> String.valueOf(line.dimensions().procedure());
            case CHANNEL -> String.valueOf(line.dimensions().channel());
        };
        long[][] rows = sums.computeIfAbsent(
                key, absent -> new long[cuts.size()][Measure.all().size()]);
        for (int cut = 0; cut < rows.length; cut++)
            if (line.at().isBefore(cuts.get(cut))) rows[cut][line.measure().ordinal()] += line.amount();
    }

    private static DossierHistory dossier(Random random, List<String> units, Instant from, Instant to) {
        Instant received = between(random, from, to);
        Instant due = between(random, received, to.plus(Duration.ofDays(10)));
        String procedure = one(random, PROCEDURES);
        var receipt = new ClockFact.Received(
                one(random, units), procedure, one(random, List.of(Channel.values())), null, null);
        List<ClockEntry> clock = new ArrayList<>();
        clock.add(new ClockEntry(0, false, received, receipt, new Ruling.Due(due)));
        for (int left = random.nextInt(4); left > 0; left--)
            pause(random, clock, due, left > 1 || random.nextInt(3) > 0);
        if (random.nextBoolean()) {
            Instant closed = between(random, clock.getLast().at(), to);
            clock.add(new ClockEntry(
                    7,
                    false,
                    closed,
                    new ClockFact.Resolved(random.nextBoolean() ? Outcome.APPROVED : Outcome.REJECTED),
                    new Ruling.Closed(due, Timeliness.of(closed, due))));
        }
        var taken = new Taken(
                procedure.endsWith("1") ? "A" : "B",
                new Processing(Processing.Kind.WORKING_DAYS, 5),
                SupplementRule.RESUME,
                random.nextBoolean(),
                LocalDate.of(2020, 1, 1),
                due);
        return new DossierHistory(9, taken, clock, others(random, received, to), List.of());
    }

    /** By the due instant, which it leaves as it is; mostly a supplement request. */
    private static void pause(Random random, List<ClockEntry> clock, Instant due, boolean ends) {
        ClockFact.Pause pause = random.nextInt(3) > 0 ? new ClockFact.SupplementRequested() : new ClockFact.Suspended();
        Instant at = between(random, clock.getLast().at(), due);
        var remaining = new Remaining.WorkingTime(Duration.ofHours(8));
        clock.add(new ClockEntry(clock.size(), false, at, pause, new Ruling.Paused(due, remaining)));
        if (!ends) return;
        ClockFact resume = pause instanceof ClockFact.Suspended
                ? new ClockFact.Resumed(null)
                : new ClockFact.SupplementReceived(null);
        clock.add(new ClockEntry(clock.size(), false, between(random, at, due), resume, new Ruling.Due(due)));
    }

    private static List<OtherEntry> others(Random random, Instant from, Instant to) {
        List<OtherEntry> others = new ArrayList<>();
        if (random.nextBoolean())
            others.add(new OtherEntry(3, between(random, from, to), new OtherFact.ComponentsDigitized(null)));
        for (int payment = 0; payment < random.nextInt(3); payment++)
            others.add(new OtherEntry(
                    4 + payment,
                    between(random, from, to),
                    new OtherFact.FeePaid(20_000, OtherFact.PaymentMethod.ONLINE, null)));
        if (random.nextBoolean())
            others.add(new OtherEntry(8, between(random, from, to), new OtherFact.SatisfactionRated(true, null)));
        if (random.nextBoolean())
            others.add(new OtherEntry(9, between(random, from, to), new OtherFact.ResultDigitized()));
        for (int observation = 0; observation < random.nextInt(3); observation++)
            others.add(new OtherEntry(
                    10 + observation,
                    between(random, from, to),
                    new OtherFact.PortalStatusObserved(1 + random.nextInt(10), null, random.nextBoolean())));
        return others;
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A whole second from the first instant on, before the other where there is one. */
    private static Instant between(Random random, Instant from, Instant to) {
        return from.plusSeconds(random.nextLong(Math.max(1, to.getEpochSecond() - from.getEpochSecond())));
    }
}
