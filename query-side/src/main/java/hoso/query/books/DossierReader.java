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
import hoso.query.feed.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
    private final EventLog log;

    public DossierReader(DataSource dataSource, EventLog log) {
        this.snapshots = new BookSnapshots(dataSource);
        this.log = log;
    }

    /** A dossier as it stood as of a position, {@link DossierHistory#UNKNOWN} where nobody had heard of it. */
    public DossierHistory asOf(String id, long position) {
        return folded(log.stream(Stream.dossier(id), position));
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
            var query = new Query(connection, state, codes, position, units, bounds);
            String last = after;
            int size = FIRST_PAGE;
            List<Found> page = query.page(last, size);
            while (eachOf(page, position, units, bounds, each) && page.size() == size) {
                last = page.getLast().id();
                size = PAGE;
                page = query.page(last, size);
            }
            return last;
        });
    }

    private boolean eachOf(
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
        for (LoggedEvent event : events)
            dossier = dossier.with(event.readToFold().event());
        return dossier;
    }

    /**
     * @param state null where an event after the position has changed the dossier
     */
    private record Found(String id, byte @Nullable [] state) {}

    private record Query(
            Connection connection, BookState state, Codes codes, long position, Set<String> units, Bounds bounds) {

        /** Of dossiers changed since, neither the instants nor, where they were elsewhere, the unit can be told here. */
        List<Found> page(String after, int size) throws SQLException {
            String sql = "SELECT id, CASE WHEN position <= ? THEN state END FROM "
                    + state.slot().table("dossier")
                    + " WHERE id > ? AND (unit = ANY (?) OR (elsewhere AND position > ?))"
                    + " AND (position > ? OR (received_day BETWEEN ? AND ?"
                    + " AND (closed_at IS NULL OR closed_at >= ?)" + traits() + "))"
                    + " ORDER BY id LIMIT " + size;
            List<Found> page = new ArrayList<>();
            try (var query = connection.prepareStatement(sql)) {
                query.setLong(1, position);
                query.setString(2, after);
                query.setObject(
                        3,
                        units.stream()
                                .mapToInt(unit -> codes.find(CodeKind.UNIT, unit))
                                .filter(unit -> unit > 0)
                                .toArray());
                query.setLong(4, position);
                query.setLong(5, position);
                query.setInt(6, day(bounds.receivedFrom(), Integer.MIN_VALUE));
                query.setInt(7, day(bounds.receivedBefore(), Integer.MAX_VALUE));
                query.setObject(8, atUtc(Objects.requireNonNullElse(bounds.notClosedBefore(), Instant.EPOCH)));
                try (var rows = query.executeQuery()) {
                    while (rows.next()) page.add(new Found(rows.getString(1), rows.getBytes(2)));
                }
            }
            return page;
        }

        private String traits() {
            var conditions = new StringBuilder();
            for (Trait trait : bounds.traits()) conditions.append(" AND ").append(trait.condition());
            return conditions.toString();
        }

        private static OffsetDateTime atUtc(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }

        private static int day(@Nullable Instant instant, int unbounded) {
            return instant == null ? unbounded : Days.of(Packer.micros(instant));
        }
    }
}
