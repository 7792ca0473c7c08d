package hoso.query.snapshot.replay;

import java.util.List;

/**
 * What folding a log anew found.
 *
 * @param events read
 * @param damaged events that are not what was taken into the log, or cannot be folded; the first of them
 */
record Replayed(CutSums sums, long events, List<DamagedEvent> damaged) {

    Replayed {
        damaged = List.copyOf(damaged);
    }
}
