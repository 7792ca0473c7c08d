package hoso.command.treehead;

import hoso.command.store.Witness;
import hoso.edge.heads.ProofFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The table of heads, the file of heads and the log of leaves. What lies here and cannot be read keeps the store from writing. */
public final class HeadWitness implements Witness {

    private final ProofFolder folder;

    /** Reading all events before a head takes a minute for some ten millions; a store that is refused is looked at every few seconds. */
    private final Set<String> proven = new HashSet<>();

    public HeadWitness(ProofFolder folder) {
        this.folder = folder;
    }

    @Override
    public Sight look(Connection store) throws SQLException {
        var check = StoreCheck.of(new HeadTable(store), folder, proven);
        List<String> missing = sentences(check, true);
        List<String> differing = sentences(check, false);
        // it is put right, or is another: what was read counts no longer
        if (missing.isEmpty() || !differing.isEmpty()) proven.clear();
        return new Sight(check.seen(), check.seenIncarnation(), missing, differing);
    }

    private static List<String> sentences(StoreCheck check, boolean missing) {
        return check.found().stream()
                .filter(found -> found instanceof Contradiction.Shorter == missing)
                .map(Contradiction::sentence)
                .toList();
    }
}
