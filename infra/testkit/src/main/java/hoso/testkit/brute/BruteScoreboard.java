package hoso.testkit.brute;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each criterion of the scoreboard counts: numerator and denominator by its code, and by its code with
 * {@code @portal} where the national portal's rule differs.
 */
final class BruteScoreboard {
    private final Map<String, Long> cells;
    private final SortedMap<String, List<Long>> counted = new TreeMap<>();

    private BruteScoreboard(Map<String, Long> cells) {
        this.cells = cells;
    }

    /**
     * @param byProcedure the cells of each procedure that has dossiers
     * @param procedures those in force; null where nobody can say which are the unit's
     */
    static SortedMap<String, List<Long>> of(
            Map<String, Long> cells,
            Map<String, SortedMap<String, Long>> byProcedure,
            @Nullable List<BruteProcedures.InForce> procedures) {
        BruteScoreboard board = new BruteScoreboard(cells);
        long inTime = board.sum("resolved.early", "resolved.onTime", "pending.notDue");
        long portalInTime = board.sum("portal.ended.inTime", "portal.pending.notDue");
        long disliked = board.sum("tags.rated.inScope") - board.sum("tags.satisfied.inScope");
        board.put("DOSSIER_SYNC", board.sum("tags.portalSynced.new"), "received.new");
        board.put("PROGRESS", inTime, "received.total");
        board.put("PROGRESS@portal", portalInTime, "portal.inScope");
        board.put("ONLINE_DOSSIERS", board.sum("received.online"), "received.new");
        board.put("PAYMENT_DOSSIERS", board.sum("tags.paidOnline.inScope"), "tags.feeRequired.inScope");
        board.put("PETITION_HANDLING_SATISFACTION", board.sum("petitions.satisfied"), "petitions.rated");
        board.put("DOSSIER_RECEIVING_SATISFACTION", inTime - disliked, "received.total");
        board.put("DOSSIER_RECEIVING_SATISFACTION@portal", portalInTime - disliked, "portal.inScope");
        board.put("ORIGINAL_RESULT_AVAILABLE", board.sum("tags.resultElectronic.resolved"), "resolved.total");
        board.put("SO_HOA_GIAY_TO_GIAI_QUYET", board.sum("digitizedThroughout.resolved"), "resolved.total");
        board.put("REUSED_DIGITIZED_DATA", board.sum("tags.reused.new"), "received.new");
        if (procedures != null) {
            board.procedures(procedures, byProcedure);
        }
        return board.counted;
    }

    private void procedures(
            List<BruteProcedures.InForce> procedures, Map<String, SortedMap<String, Long>> byProcedure) {
        List<BruteProcedures.InForce> online = procedures.stream()
                .filter(one -> !one.onlineLevel().equals("INFO"))
                .toList();
        List<BruteProcedures.InForce> fee =
                procedures.stream().filter(BruteProcedures.InForce::feeRequired).toList();
        put("ONLINE_PROCEDURES", online.size(), procedures.size());
        put("ONLINE_SERVICES_USED", having(online, byProcedure, "received.online"), online.size());
        put("PAYMENT_PROCEDURES", having(fee, byProcedure, "tags.paidOnline.inScope"), fee.size());
    }

    private static long having(
            List<BruteProcedures.InForce> of, Map<String, SortedMap<String, Long>> byProcedure, String cell) {
        return of.stream()
                .filter(one ->
                        byProcedure.getOrDefault(one.code(), new TreeMap<>()).getOrDefault(cell, 0L) > 0)
                .count();
    }

    private long sum(String... names) {
        long sum = 0;
        for (String name : names) {
            sum += Objects.requireNonNull(cells.get(name), name);
        }
        return sum;
    }

    private void put(String code, long numerator, String denominator) {
        put(code, numerator, sum(denominator));
    }

    private void put(String code, long numerator, long denominator) {
        counted.put(code, List.of(numerator, denominator));
    }
}
