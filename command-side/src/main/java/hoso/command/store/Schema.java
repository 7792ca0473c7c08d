package hoso.command.store;

import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the tables to this version, as their owner. Only who holds the writer's lock may, or who has made
 * the database and told nobody yet.
 */
public final class Schema {

    private Schema() {}

    /**
     * @throws NewerSchema where a newer program has migrated already
     */
    public static void migrate(StoreSettings settings) {
        var flyway = Flyway.configure()
                .dataSource(
                        settings.url(),
                        settings.owner().user(),
                        settings.owner().password())
                .schemas("store")
                .locations("classpath:db/store")
                .placeholders(Map.of("application", settings.application().user()))
                .load();
        Arrays.stream(flyway.info().applied())
                .filter(migration -> !migration.getState().isResolved())
                .findFirst()
                .map(MigrationInfo::getScript)
                .ifPresent(script -> {
                    throw new NewerSchema(script);
                });
        flyway.migrate();
    }
}
