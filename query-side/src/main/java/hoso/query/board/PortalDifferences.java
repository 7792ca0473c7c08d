package hoso.query.board;

import hoso.query.report.Cuts;
import hoso.query.report.dossiers.Behind;
import hoso.query.report.dossiers.Candidates;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many dossiers of each unit the portal's rule judges otherwise. No sum of the ledger tells it, since differences to both
 * sides cancel out: the dossiers are looked at, so rarely that it takes a hundredth of the time, but every ten minutes.
 */
final class PortalDifferences {

    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    /** What is older misleads; that it takes more than its share of a very large store is the price. */
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private static final int SHARE_OF_TIME = 100;

    private static final Behind DIFFERS = new Behind.PortalDiffers();

    private final Candidates candidates;
    private Map<String, Long> counted = Map.of();
    private Instant monthBegan = Instant.MIN;
    private long again = System.nanoTime();

    PortalDifferences(Candidates candidates) {
        this.candidates = candidates;
    }

    /** By owning unit, as counted lately; units without any are absent. */
    Map<String, Long> byOwner(long position, Set<String> units, Instant start, Instant end) {
        long began = System.nanoTime();
        if (monthBegan.equals(start) && began - again < 0) return counted;
        counted = count(position, units, new Cuts(start, start, end, Optional.of(end)));
        monthBegan = start;
        long now = System.nanoTime();
        again = now + Math.clamp(SHARE_OF_TIME * (now - began), AT_LEAST.toNanos(), AT_MOST.toNanos());
        return counted;
    }

    private Map<String, Long> count(long position, Set<String> units, Cuts cuts) {
        Map<String, Long> counts = new HashMap<>();
        candidates.inOrderOfId(position, units, DIFFERS.bounds(cuts), "", (id, dossier) -> {
            if (DIFFERS.lists(dossier, cuts)) counts.merge(dossier.received().unit(), 1L, Long::sum);
            return true;
        });
        return counts;
    }
}
