package hoso.query.report.dossiers;

import java.util.Set;
import java.util.function.Predicate;

/** Where the dossiers that may stand behind a figure are found. */
public interface Candidates {

    /**
     * Goes through the dossiers that certain units owned as of a position, in the order of their ids, by code point. It
     * may leave out those that the narrowing does not admit, and no other.
     *
     * @param after only ids that come after it
     * @param each answers whether to go on
     */
    void inOrderOfId(long position, Set<String> units, Narrowing narrowing, String after, Predicate<Candidate> each);
}
