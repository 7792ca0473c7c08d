package hoso.query.wiring;

import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the tables of the query side to this version, as their owner. */
public final class BooksSchema {

    private BooksSchema() {}

    /**
     * @param application the role that everything but this is done by
     * @throws NewerBooks where a newer program has migrated already
     */
    public static void migrate(String url, String owner, String ownerPassword, String application) {
        Flyway flyway = Flyway.configure()
                .dataSource(url, owner, ownerPassword)
                .locations("classpath:db/books")
                .schemas("books")
                .placeholders(Map.of("application", application))
                .load();
        Arrays.stream(flyway.info().applied())
                .filter(migration -> !migration.getState().isResolved())
                .findFirst()
                .map(MigrationInfo::getScript)
                .ifPresent(script -> {
                    throw new NewerBooks(script);
                });
        flyway.migrate();
    }
}
