package hoso.command.store;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.postgresql.util.PSQLException;

/** What a failed append means. SQLSTATE classes: PostgreSQL 18, appendix A. */
final class Failures {

    /** The statement was refused and nothing of it is there: data, constraints, rollback, rights, resources, limits. */
    private static final Set<String> REFUSED = Set.of("22", "23", "40", "42", "53", "54", "55");

    private static final String RESOURCES = "53";
    private static final String NOT_NULL = "23502";
    private static final String UNIQUE = "23505";

    private Failures() {}

    /** Whether it is certain that nothing was stored; else only a look into the log can tell. */
    static boolean isRefusal(SQLException failure) {
        return failure instanceof PSQLException server
                && server.getServerErrorMessage() != null
                && REFUSED.contains(sqlClass(failure));
    }

    /** Whether it lies in the server and not in what was to be stored: a full disk, no memory. */
    static boolean isShortage(SQLException failure) {
        return RESOURCES.equals(sqlClass(failure));
    }

    static EventStoreException reason(SQLException failure) {
        if (isShortage(failure)) return new StoreUnavailable("the database is short of resources", failure);
        return switch (String.valueOf(failure.getSQLState())) {
            case NOT_NULL, UNIQUE -> new OutOfSequence("an event does not follow the last of its stream", failure);
            default -> new EventStoreException("the database refused the events", failure);
        };
    }

    private static String sqlClass(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
