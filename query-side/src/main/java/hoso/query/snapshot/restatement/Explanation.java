package hoso.query.snapshot.restatement;

import hoso.event.AcceptedEvent;
import hoso.query.feed.LoggedEvent;
import hoso.query.report.figure.Cell;
import hoso.query.snapshot.Cause;
import hoso.query.snapshot.Joint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why one figure of a total is not what was frozen, as far as the events since have been read. One thread's at a time. */
final class Explanation {

    private static final class Sum {
        long difference;
        final Set<String> dossiers = new HashSet<>();
    }

    private final Map<Cause, Sum> sums = new EnumMap<>(Cause.class);
    private long position;

    /**
     * @param position that the report was frozen at
     * @param beforeEvents by cause, what moved it although no event did since
     */
    Explanation(long position, Map<Cause, Long> beforeEvents) {
        this.position = position;
        beforeEvents.forEach((cause, difference) -> sum(cause).difference = difference);
    }

    /**
     * What it says.
     *
     * @param position up to which events have been read
     * @param parts none of them 0
     */
    record Told(long position, List<Joint.Part> parts) {

        Told {
            parts = List.copyOf(parts);
        }

        static Told nothing(long position) {
            return new Told(position, List.of());
        }

        /** The parts of a whole; nobody shall believe that all is explained where it is not. */
        List<Joint.Part> partsOf(long whole) {
            long left = whole - parts.stream().mapToLong(Joint.Part::difference).sum();
            if (left == 0) return parts;
            List<Joint.Part> all = new ArrayList<>(parts);
            all.add(new Joint.Part(Cause.UNEXPLAINED, left, 0));
            return all;
        }
    }

    long position() {
        return position;
    }

    /** An event moved the figure. */
    void add(LoggedEvent logged, Cell cell, Instant end, long difference) {
        AcceptedEvent event = logged.read().event();
        Sum sum = sum(EventCause.of(event, cell, end));
        sum.difference += difference;
        if (sum.dossiers.size() < Joint.DOSSIERS_MAX) sum.dossiers.add(event.subject());
    }

    /** All up to a position has been read. */
    void upTo(long position) {
        this.position = position;
    }

    Told told() {
        List<Joint.Part> parts = new ArrayList<>();
        sums.forEach((cause, sum) -> {
            if (sum.difference != 0) parts.add(new Joint.Part(cause, sum.difference, sum.dossiers.size()));
        });
        return new Told(position, parts);
    }

    private Sum sum(Cause cause) {
        return sums.computeIfAbsent(cause, unseen -> new Sum());
    }
}
