package hoso.postgres;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the sessions of readers whose transaction has gone on for too long, while it is open. A login may lift the limits it was
 * given, and one forgotten transaction keeps VACUUM from clearing rows that the house writes anew every few seconds.
 */
public final class ReaderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderWatch.class);

    /** Twice as long as the limits that a reader has by itself. */
    private static final Duration OLDEST = Duration.ofMinutes(1);

    private static final Duration EVERY = Duration.ofSeconds(20);

    private final HouseDatabase database;
    private final EmbeddedPostgres postgres;
    private final Duration oldest;
    private final Duration every;
    private final Thread thread;

    public ReaderWatch(HouseDatabase database, EmbeddedPostgres postgres) {
        this(database, postgres, OLDEST, EVERY);
    }

    ReaderWatch(HouseDatabase database, EmbeddedPostgres postgres, Duration oldest, Duration every) {
        this.database = database;
        this.postgres = postgres;
        this.oldest = oldest;
        this.every = every;
        thread = Thread.ofPlatform().name("watch over readers").daemon().start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(every);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            int ended = endOld();
            if (ended > 0) {
                LOG.warn(
                        "ended {} sessions of readers whose transaction was older than {} s",
                        ended,
                        oldest.toSeconds());
            }
        } catch (SQLException away) {
            LOG.warn("cannot look for readers whose transaction is old: {}", away.getMessage());
        }
    }

    /** Whoever is neither the owner, the application nor a superuser reads. */
    private int endOld() throws SQLException {
        var end = """
                SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity JOIN pg_roles r ON r.oid = usesysid
                WHERE datname = ? AND backend_type = 'client backend' AND NOT rolsuper AND rolname NOT IN (?, ?)
                    AND xact_start < clock_timestamp() - ? * interval '1 millisecond'
                """;
        try (var connection = Login.open(postgres, "postgres");
                var statement = connection.prepareStatement(end)) {
            statement.setString(1, database.name());
            statement.setString(2, database.owner().user());
            statement.setString(3, database.application().user());
            statement.setLong(4, oldest.toMillis());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
