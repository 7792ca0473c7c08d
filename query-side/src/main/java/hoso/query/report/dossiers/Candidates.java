package hoso.query.report.dossiers;

import hoso.event.history.DossierHistory;
import hoso.query.books.Bounds;
import java.util.Set;
import java.util.function.BiPredicate;

/** Where the dossiers that may stand behind a figure are found. */
@FunctionalInterface
public interface Candidates {

    /**
     * Goes through the dossiers that certain units owned as of a position, in the order of their ids, by code point. It
     * may leave out those outside the bounds, and no other.
     *
     * @param after only ids that come after it
     * @param each answers whether to go on
     */
    void inOrderOfId(
            long position, Set<String> units, Bounds bounds, String after, BiPredicate<String, DossierHistory> each);
}
