package hoso.command.store;

import hoso.command.store.Witness.Sight;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * An operator's order: what was seen and is not there is lost for good. It is carried out by whoever has the writer's lock, while
 * nothing is written.
 */
final class Restoration {

    private static final String NUMBER = "SELECT max(number) FROM store.incarnation";

    private static final String OPEN = """
            INSERT INTO store.incarnation (number, first_position, lost_from, lost_to, opened_at, opened_by, reason)
            VALUES (?, ?, ?, ?, now(), ?, ?)""";

    /**
     * How far beyond all that was seen an operator may go: more than any writer takes between two looks at it, and little enough
     * for a slip of the hand to cost minutes, since each lost position is a leaf of the tree.
     */
    static final long BEYOND_SEEN_MAX = 10_000_000;

    private final long lostUpTo;
    private final String by;
    private final Function<Opened, String> reason;
    private final CompletableFuture<Opened> done = new CompletableFuture<>();
    private final AtomicBoolean settled = new AtomicBoolean();

    /**
     * @param lostUpTo a position that the operator knows of; 0 for none
     * @param reason what is kept beside the new incarnation
     */
    Restoration(long lostUpTo, String by, Function<Opened, String> reason) {
        this.lostUpTo = lostUpTo;
        this.by = by;
        this.reason = reason;
    }

    CompletableFuture<Opened> done() {
        return done;
    }

    /** Takes the order back, unless it is being carried out already; answers whether it is taken back. */
    boolean withdraw() {
        return settled.compareAndSet(false, true);
    }

    /** Opens the next incarnation above all that was seen; where that would cure nothing, the order is refused. */
    void carryOut(Connection connection, Head head, List<Sight> sights) throws SQLException {
        if (!settled.compareAndSet(false, true)) return;
        try {
            carryOut(connection, Math.max(head.position(), head.lostTo()), sights);
        } catch (SQLException | RuntimeException failed) {
            done.completeExceptionally(new StoreUnavailable("the database is away", failed));
            throw failed;
        }
    }

    private void carryOut(Connection connection, long last, List<Sight> sights) throws SQLException {
        long seen = sights.stream().mapToLong(Sight::seen).max().orElse(0);
        long lostTo = Math.max(seen, lostUpTo);
        List<String> differing = Witnesses.differing(sights);
        if (!differing.isEmpty())
            refuse("what differs is not lost, and no loss is declared over it: " + String.join("; ", differing));
        else if (lostTo <= last)
            refuse("nothing is lost: the store goes up to position " + last + ", and nothing beyond position " + lostTo
                    + " was seen");
        else if (lostTo - Math.max(seen, last) > BEYOND_SEEN_MAX)
            refuse("position " + lostUpTo + " is more than " + BEYOND_SEEN_MAX + " beyond position "
                    + Math.max(seen, last) + ", the last that was seen");
        else done.complete(opened(connection, new Opened(number(connection, sights), last + 1, lostTo)));
    }

    private void refuse(String why) {
        done.completeExceptionally(new IllegalStateException(why));
    }

    /** The next above all that were seen: a backup may have been restored before, and went on as the next one then. */
    private static int number(Connection connection, List<Sight> sights) throws SQLException {
        int seen = sights.stream().mapToInt(Sight::incarnation).max().orElse(0);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(NUMBER)) {
            row.next();
            return 1 + Math.max(seen, row.getInt(1));
        }
    }

    private Opened opened(Connection connection, Opened next) throws SQLException {
        try (var insert = connection.prepareStatement(OPEN)) {
            insert.setInt(1, next.number());
            insert.setLong(2, next.lostTo() + 1);
            insert.setLong(3, next.lostFrom());
            insert.setLong(4, next.lostTo());
            insert.setString(5, by);
            insert.setString(6, reason.apply(next));
            insert.executeUpdate();
            return next;
        }
    }
}
