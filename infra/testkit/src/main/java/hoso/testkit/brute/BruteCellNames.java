package hoso.testkit.brute;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every cell of a report, by its path. */
final class BruteCellNames {
    private static final List<String> MOVEMENTS = List.of(
            "received.total",
            "received.new",
            "received.online",
            "received.direct",
            "received.postal",
            "received.carriedOver",
            "resolved.total",
            "resolved.early",
            "resolved.onTime",
            "resolved.late",
            "resolved.approved",
            "resolved.rejected",
            "resolved.withdrawn",
            "resolved.declined",
            "pending.total",
            "pending.notDue",
            "pending.overdue",
            "pending.paused",
            "amounts.paidOnline",
            "amounts.onlinePayments",
            "amounts.notifications");
    private static final List<String> PETITIONS = List.of(
            "petitions.received",
            "petitions.regulation",
            "petitions.behaviour",
            "petitions.carriedOver",
            "petitions.answered",
            "petitions.published",
            "petitions.pending");

    private BruteCellNames() {}

    /** All cells of dossiers, at 0. */
    static SortedMap<String, Long> noDossiers() {
        SortedMap<String, Long> zeros = new TreeMap<>();
        MOVEMENTS.forEach(cell -> zeros.put(cell, 0L));
        for (String tag : BruteTags.ALL) {
            for (String cohort : List.of("inScope", "new", "resolved")) {
                zeros.put("tags." + tag + "." + cohort, 0L);
            }
        }
        return zeros;
    }

    /** All cells of petitions, at 0. */
    static SortedMap<String, Long> noPetitions() {
        SortedMap<String, Long> zeros = new TreeMap<>();
        PETITIONS.forEach(cell -> zeros.put(cell, 0L));
        return zeros;
    }

    /** Whether the cell counts what happens in the period, so that neighbouring periods add up. */
    static boolean isFlow(String cell) {
        return !cell.startsWith("pending.")
                && !cell.endsWith(".carriedOver")
                && !cell.endsWith(".pending")
                && !cell.endsWith(".inScope")
                && !cell.equals("received.total");
    }
}
