package hoso.command.store;

import hoso.command.store.Witness.Sight;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * An operator's order: what was seen and is not there is lost for good. It is carried out by whoever has the writer's lock, while
 * nothing is written.
 */
final class Restoration {

    private static final String OPEN = """
            INSERT INTO store.incarnation (number, first_position, lost_from, lost_to, opened_at, opened_by, reason)
            SELECT max(number) + 1, ? + 1, ?, ?, now(), ?, ? FROM store.incarnation
            RETURNING number""";

    /**
     * How far beyond all that was seen an operator may go: more than any writer takes between two looks at it, and little enough
     * for a slip of the hand to cost minutes, since each lost position is a leaf of the tree.
     */
    static final long BEYOND_SEEN_MAX = 10_000_000;

    private final long lostUpTo;
    private final String by;
    private final CompletableFuture<Opened> done = new CompletableFuture<>();

    /** @param lostUpTo a position that the operator knows of; 0 for none */
    Restoration(long lostUpTo, String by) {
        this.lostUpTo = lostUpTo;
        this.by = by;
    }

    CompletableFuture<Opened> done() {
        return done;
    }

    /** Opens the next incarnation above all that was seen; where nothing is missing, the order is refused. */
    void carryOut(Connection connection, Head head, List<Sight> sights) throws SQLException {
        long last = Math.max(head.position(), head.lostTo());
        long seen = sights.stream().mapToLong(Sight::seen).max().orElse(0);
        long lostTo = Math.max(seen, lostUpTo);
        if (lostTo <= last)
            refuse("nothing is lost: the store goes up to position " + last + ", and nothing beyond position " + lostTo
                    + " was seen");
        else if (lostTo - Math.max(seen, last) > BEYOND_SEEN_MAX)
            refuse("position " + lostUpTo + " is more than " + BEYOND_SEEN_MAX + " beyond position "
                    + Math.max(seen, last) + ", the last that was seen");
        else done.complete(opened(connection, last + 1, lostTo));
    }

    private void refuse(String reason) {
        done.completeExceptionally(new IllegalStateException(reason));
    }

    private Opened opened(Connection connection, long lostFrom, long lostTo) throws SQLException {
        try (var insert = connection.prepareStatement(OPEN)) {
            insert.setLong(1, lostTo);
            insert.setLong(2, lostFrom);
            insert.setLong(3, lostTo);
            insert.setString(4, by);
            insert.setString(5, "restored to position " + (lostFrom - 1));
            try (var row = insert.executeQuery()) {
                row.next();
                return new Opened(row.getInt(1), lostFrom, lostTo);
            }
        }
    }
}
