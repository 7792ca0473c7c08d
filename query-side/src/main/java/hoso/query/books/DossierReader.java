package hoso.query.books;

import hoso.event.Stream;
import hoso.event.history.DossierHistory;
import hoso.query.books.block.Days;
import hoso.query.books.packed.DossierCodec;
import hoso.query.books.packed.Packer;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.feed.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Dossiers as of any position: those that nothing has changed since are read from their rows, the others are folded
 * again from the log.
 */
public final class DossierReader {

    /** Rows of one SELECT, and dossiers folded again at once. */
    private static final int PAGE = 1_000;

    /** Rows of the first one: most who ask want a screenful. */
    private static final int FIRST_PAGE = 128;

    private final BookSnapshots snapshots;
    private final EventLogs logs;

    /**
     * @param logs that dossiers changed since are folded again from
     */
    public DossierReader(DataSource dataSource, EventLogs logs) {
        this.snapshots = new BookSnapshots(dataSource);
        this.logs = logs;
    }

    /**
     * Goes through the dossiers that certain units owned as of a position, in the order of their ids, by code point.
     *
     * @param after only ids that come after it
     * @param each answers whether to go on
     */
    public void inOrderOfId(
            long position, Set<String> units, Bounds bounds, String after, BiPredicate<String, DossierHistory> each) {
        snapshots.read((connection, state, codes) -> {
            // on the same connection: who holds one and waits for a second may wait for those who do the same
            EventLog here = logs.through(new SingleConnectionDataSource(connection, true));
            var query = new Query(connection, state, codes, position, units, bounds);
            String last = after;
            int size = FIRST_PAGE;
            List<Found> page = query.page(last, size);
            while (eachOf(here, page, position, units, bounds, each) && page.size() == size) {
                last = page.getLast().id();
                size = PAGE;
                page = query.page(last, size);
            }
            return last;
        });
    }

    private static boolean eachOf(
            EventLog log,
            List<Found> page,
            long position,
            Set<String> units,
            Bounds bounds,
            BiPredicate<String, DossierHistory> each) {
        List<Stream> changed = page.stream()
                .filter(found -> found.state() == null)
                .map(found -> Stream.dossier(found.id()))
                .toList();
        Map<String, List<LoggedEvent>> events = changed.isEmpty() ? Map.of() : log.streams(changed, position);
        for (Found found : page) {
            DossierHistory dossier = found.state() != null
                    ? DossierCodec.read(found.state())
                    : folded(events.getOrDefault(Stream.dossier(found.id()).name(), List.of()));
            boolean wanted =
                    dossier.alive() && units.contains(dossier.received().unit()) && bounds.admit(dossier);
            if (wanted && !each.test(found.id(), dossier)) return false;
        }
        return true;
    }

    private static DossierHistory folded(List<LoggedEvent> events) {
        DossierHistory dossier = DossierHistory.UNKNOWN;
        for (LoggedEvent event : events) dossier = dossier.with(event.readToFold());
        return dossier;
    }

    /**
     * @param state null where an event after the position has changed the dossier
     */
    private record Found(String id, byte @Nullable [] state) {}

    private record Query(
            Connection connection, BookState state, Codes codes, long position, Set<String> units, Bounds bounds) {

        List<Found> page(String after, int size) throws SQLException {
            boolean asNow = position >= state.position();
            List<Found> page = new ArrayList<>();
            try (var query = connection.prepareStatement(asNow ? asNow(size) : asOnce(size))) {
                // planned for this very question: a commune's few dossiers by its index, a country's by their ids
                query.unwrap(PGStatement.class).setPrepareThreshold(0);
                query.setString(1, after);
                query.setObject(2, unitNumbers());
                if (!asNow) query.setString(3, after);
                if (!asNow) query.setObject(4, unitNumbers());
                try (var rows = query.executeQuery()) {
                    while (rows.next()) page.add(new Found(rows.getString(1), rows.getBytes(2)));
                }
            }
            return page;
        }

        /** Nothing has changed since: every row tells what is asked. */
        private String asNow(int size) {
            return "SELECT id, state FROM " + table() + " WHERE id > ? AND unit = ANY (?) AND " + bounded() + end(size);
        }

        /** Of dossiers changed since, neither the instants nor, where they were elsewhere, the unit can be told here. */
        private String asOnce(int size) {
            String changed = "position > " + position;
            return "(SELECT id, CASE WHEN NOT " + changed + " THEN state END FROM " + table()
                    + " WHERE id > ? AND unit = ANY (?) AND (" + changed + " OR " + bounded() + ")" + end(size)
                    + ") UNION ALL (SELECT id, NULL FROM " + table()
                    + " WHERE elsewhere AND " + changed + " AND id > ? AND unit <> ALL (?)" + end(size)
                    + ")" + end(size);
        }

        private String table() {
            return state.slot().table("dossier");
        }

        private static String end(int size) {
            return " ORDER BY id LIMIT " + size;
        }

        private int[] unitNumbers() {
            return units.stream()
                    .mapToInt(unit -> codes.find(CodeKind.UNIT, unit))
                    .filter(unit -> unit > 0)
                    .toArray();
        }

        /** Numbers and instants alone go into it, no text from outside. */
        private String bounded() {
            var conditions = new StringBuilder("(received_day BETWEEN ")
                    .append(day(bounds.receivedFrom(), Integer.MIN_VALUE))
                    .append(" AND ")
                    .append(day(bounds.receivedBefore(), Integer.MAX_VALUE));
            if (bounds.notClosedBefore() != null)
                conditions
                        .append(" AND (closed_at IS NULL OR closed_at >= '")
                        .append(bounds.notClosedBefore())
                        .append("')");
            for (Trait trait : bounds.traits()) conditions.append(" AND ").append(trait.condition());
            return conditions.append(")").toString();
        }

        private static int day(@Nullable Instant instant, int unbounded) {
            return instant == null ? unbounded : Days.of(Packer.micros(instant));
        }
    }
}
