package hoso.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What a store has been through: it is one as long as nothing of it is lost; where it was restored to an earlier point, it
 * goes on as the next, above every position that was ever seen, and declares those in between as lost.
 *
 * @param all in order, the first without a gap
 */
public record Incarnations(List<Incarnation> all) {

    /**
     * One of them.
     *
     * @param number from 1
     * @param gap the positions before its first that are lost; empty where none are
     */
    public record Incarnation(int number, Optional<Gap> gap) {}

    /** Positions without an event, both ends within. */
    public record Gap(long from, long to) {

        public Gap {
            if (from < 1 || to < from) throw new IllegalArgumentException("a gap from " + from + " to " + to);
        }

        boolean holds(long position) {
            return from <= position && position <= to;
        }
    }

    public Incarnations {
        all = List.copyOf(all);
    }

    /** Of a store that has lost nothing. */
    public static Incarnations first() {
        return new Incarnations(List.of(new Incarnation(1, Optional.empty())));
    }

    /** The number of the one that it is now. */
    public int current() {
        return all.getLast().number();
    }

    /** The declared gap that a position falls into. */
    public Optional<Gap> gapAt(long position) {
        return gaps().filter(gap -> gap.holds(position)).findFirst();
    }

    /** The first position of a range, both ends within, that was not declared as lost; empty where all were. */
    public OptionalLong firstNotLost(long from, long to) {
        long position = from;
        while (position <= to) {
            Optional<Gap> gap = gapAt(position);
            if (gap.isEmpty()) return OptionalLong.of(position);
            position = gap.get().to() + 1;
        }
        return OptionalLong.empty();
    }

    /** A position, or the last one before it, that was not declared as lost; 0 where all were. */
    public long lastNotLost(long position) {
        long last = position;
        for (Optional<Gap> gap = gapAt(last); gap.isPresent(); gap = gapAt(last))
            last = gap.get().from() - 1;
        return last;
    }

    /** How many positions of a range, both ends within, were not declared as lost. */
    public long notLost(long from, long to) {
        long count = 0;
        long next = from;
        for (Gap gap : gaps().sorted(Comparator.comparingLong(Gap::from)).toList()) {
            if (gap.to() < next) continue;
            if (gap.from() > to) break;
            count += Math.max(0, gap.from() - next);
            next = gap.to() + 1;
        }
        return count + Math.max(0, to - next + 1);
    }

    /**
     * The gap that a head has come to lie in: its root is of leaves that nobody has any more.
     *
     * @param incarnation that it was signed in
     */
    public Optional<Gap> lost(int incarnation, long size) {
        return gapsAfter(incarnation).filter(gap -> gap.holds(size)).findFirst();
    }

    /**
     * The gap that a head proves false: a real one lies above all that was ever seen before it, so whoever has seen more has
     * seen the events within.
     *
     * @param incarnation that the head was signed in
     */
    public Optional<Gap> disproved(int incarnation, long size) {
        return gapsAfter(incarnation).filter(gap -> size > gap.to()).findFirst();
    }

    private Stream<Gap> gapsAfter(int incarnation) {
        return all.stream().filter(later -> later.number() > incarnation).flatMap(later -> later.gap().stream());
    }

    private Stream<Gap> gaps() {
        return all.stream().flatMap(incarnation -> incarnation.gap().stream());
    }
}
