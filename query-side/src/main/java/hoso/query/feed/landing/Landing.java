package hoso.query.feed.landing;

import hoso.event.wire.LostPositions;
import hoso.query.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what came into the landing, and with it how far the topics have been read: in one transaction, so that nothing is
 * left out and what comes again is known. Any number of programs land side by side.
 */
final class Landing {

    private static final Logger LOG = LoggerFactory.getLogger(Landing.class);

    /** Others may land the same meanwhile; they are few, and each comes to an end. */
    private static final int TRIES = 5;

    private static final Comparator<Arrival> ORDER =
            Comparator.comparing(Arrival::origin).thenComparingLong(Arrival::position);

    private final Connection connection;

    /** Numbers of origins, which never change. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private final LostTable lost;

    private record Place(int origin, long position) {}

    Landing(Connection connection) {
        this.connection = connection;
        this.lost = new LostTable(connection);
    }

    /** Lands events and moves on; answers how many were not there before. */
    int land(Collection<Arrival> arrivals, List<Consumed> read) throws SQLException {
        List<Arrival> events = onceEach(arrivals);
        for (Arrival event : events) number(event.origin());
        for (int tries = 1; ; tries++) {
            try {
                return landed(events, tries == 1 ? events : notYetHere(events), read);
            } catch (SQLException failure) {
                lost.forget();
                connection.rollback();
                boolean again = PSQLState.UNIQUE_VIOLATION.getState().equals(failure.getSQLState());
                if (!again || tries == TRIES) throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** @param arrived with those that are here already: what they say of lost positions counts too */
    private int landed(List<Arrival> arrived, List<Arrival> events, List<Consumed> read) throws SQLException {
        connection.setAutoCommit(false);
        var rows = new CopyRows();
        for (Arrival event : events)
            rows.row(4)
                    .int8(event.position())
                    .int2(number(event.origin()))
                    .text(event.stream().name())
                    .bytea(event.value());
        rows.into(connection, "landing.event (position, origin, stream, value)");
        passOver(arrived);
        for (Consumed one : read) one.move(connection);
        connection.commit();
        return events.size();
    }

    /** Where an event has landed that its store has lost since, nobody can tell what else followed from it: the origin stops. */
    private void passOver(List<Arrival> arrived) throws SQLException {
        Map<String, LostPositions> told = new LinkedHashMap<>();
        for (Arrival event : arrived) if (!event.lost().isEmpty()) told.put(event.origin(), event.lost());
        for (var origin : told.entrySet())
            for (LostPositions.Span span : origin.getValue().spans()) lost.add(number(origin.getKey()), span);
        Set<String> origins = arrived.stream().map(Arrival::origin).collect(Collectors.toSet());
        for (String origin : origins) {
            int number = number(origin);
            long landed = lost.has(number) ? lost.firstLanded(number) : 0;
            if (landed > 0)
                stop(
                        origin,
                        "position " + landed
                                + " was declared as lost by the store, and had come before: what is lost there"
                                + " is counted here; have the store published under another name (hoso.origin)");
        }
    }

    /** A publisher that was not sure sends again, perhaps within one batch. */
    private List<Arrival> onceEach(Collection<Arrival> arrivals) throws SQLException {
        Map<Place, Arrival> once = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            Arrival other = once.putIfAbsent(new Place(number(arrival.origin()), arrival.position()), arrival);
            if (other != null && !Arrays.equals(other.value(), arrival.value())) stop(arrival);
        }
        return once.values().stream().sorted(ORDER).toList();
    }

    /** Those that have not landed; one that has landed as another event stops its origin. */
    private List<Arrival> notYetHere(List<Arrival> events) throws SQLException {
        Map<Place, byte[]> here = here(events);
        List<Arrival> missing = new ArrayList<>();
        for (Arrival event : events) {
            byte @Nullable [] known = here.get(new Place(number(event.origin()), event.position()));
            if (known == null) missing.add(event);
            else if (!Arrays.equals(known, event.value())) stop(event);
        }
        return missing;
    }

    private Map<Place, byte[]> here(List<Arrival> events) throws SQLException {
        Integer[] origins = new Integer[events.size()];
        Long[] positions = new Long[events.size()];
        for (int index = 0; index < events.size(); index++) {
            origins[index] = number(events.get(index).origin());
            positions[index] = events.get(index).position();
        }
        Map<Place, byte[]> here = new HashMap<>();
        try (var query = connection.prepareStatement("""
                SELECT origin, position, value FROM unnest(?::smallint[], ?::bigint[]) AS asked (origin, position)
                JOIN landing.event USING (origin, position)""")) {
            query.setArray(1, connection.createArrayOf("int2", origins));
            query.setArray(2, connection.createArrayOf("int8", positions));
            try (var rows = query.executeQuery()) {
                while (rows.next()) here.put(new Place(rows.getInt(1), rows.getLong(2)), rows.getBytes(3));
            }
        }
        return here;
    }

    /** The origin was restored to an earlier point and has used a position again: nobody can tell which event counts. */
    private void stop(Arrival event) throws SQLException {
        stop(
                event.origin(),
                "position " + event.position() + " came as two different events: the store was restored to an"
                        + " earlier point and has used positions again");
    }

    private void stop(String origin, String reason) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE landing.origin SET stopped = ? WHERE name = ? AND stopped IS NULL")) {
            update.setString(1, reason);
            update.setString(2, origin);
            if (update.executeUpdate() > 0) LOG.error("origin {} is stopped: {}", origin, reason);
        }
    }

    private int number(String origin) throws SQLException {
        Integer known = numbers.get(origin);
        if (known != null) return known;
        int number = Origins.number(connection, origin);
        numbers.put(origin, number);
        return number;
    }
}
