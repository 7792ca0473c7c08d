package hoso.query.snapshot.restatement;

import hoso.query.question.Standpoint;
import hoso.query.report.Cuts;
import hoso.query.report.Scene;
import hoso.query.snapshot.content.FrozenReport;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is compared with what.
 *
 * @param frozen the report as it was frozen
 * @param then its scene: the reference data as of its position, the tree of its date, and the groups that are compared
 * @param thenFrom its position, and a moment after its period
 * @param now the same unit and period, with the reference data and the tree it is asked with now
 * @param nowFrom the newer position, and the same moment
 * @param seen whether whoever asks may see some units: what a tree between then and now had is for nobody else
 */
record Compared(
        FrozenReport frozen,
        Scene then,
        Standpoint thenFrom,
        Scene now,
        Standpoint nowFrom,
        Predicate<Set<String>> seen) {

    /** The instants at which both are summed. */
    Cuts cuts() {
        return Cuts.of(then.question(), thenFrom.now());
    }
}
