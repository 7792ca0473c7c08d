package hoso.command.treehead;

import hoso.command.store.Witness;
import hoso.edge.heads.HeadFile;
import hoso.edge.heads.ProofFolder;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** The table of heads, the file of heads and the log of leaves. */
public record HeadWitness(ProofFolder folder) implements Witness {

    @Override
    public Sight look(Connection store) throws SQLException, IOException {
        try (var file = HeadFile.open(folder.heads(ProofFolder.STORE));
                var log = LeafLog.open(folder.leaves())) {
            var check = StoreCheck.of(new HeadTable(store), file.lastLine(), log);
            String sentences = check.found().stream()
                    .filter(HeadWitness::isOfTheStore)
                    .map(Contradiction::sentence)
                    .collect(Collectors.joining("; "));
            return sentences.isEmpty() ? Sight.of(check.seen()) : Sight.contradicted(check.seen(), sentences);
        }
    }

    /** A head that nobody can read says nothing of the events. */
    private static boolean isOfTheStore(Contradiction found) {
        return switch (found) {
            case Contradiction.Shorter shorter -> true;
            case Contradiction.OtherRoot other -> true;
            case Contradiction.OtherLeaf other -> true;
            case Contradiction.Missing missing -> true;
            case Contradiction.Unreadable unreadable -> false;
        };
    }
}
