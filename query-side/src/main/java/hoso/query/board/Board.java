package hoso.query.board;

import hoso.event.history.ReferenceRegister;
import hoso.vocabulary.Period;
import hoso.vocabulary.UnitTree;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What boards show at one moment.
 *
 * @param position as of which
 * @param at the moment
 * @param month the running month; its figures end at the moment
 * @param known the reference data of the position
 * @param tree of the moment's day, by which it is rolled up
 * @param own how each unit stands that owes dossiers, by itself
 * @param units those near the top of their trees, in the order of depth and code
 * @param leftOut how many more there are of them than may be shown
 * @param identitiesViolated how many identities do not hold, in the reports on the month of these units
 */
public record Board(
        long position,
        Instant at,
        Period month,
        ReferenceRegister known,
        UnitTree tree,
        Map<String, Standing> own,
        List<UnitBoard> units,
        int leftOut,
        int identitiesViolated) {

    public Board {
        own = Map.copyOf(own);
        units = List.copyOf(units);
    }
}
