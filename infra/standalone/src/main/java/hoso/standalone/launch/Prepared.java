package hoso.standalone.launch;

import hoso.kafka.EmbeddedKafka;
import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * What the application finds when it begins: a running, supervised server with the database and both roles.
 *
 * @param owner migrates, and owns what it makes
 * @param application everything else; it may do what migrations grant it
 * @param kafka a broker that has been started and may not answer yet; null where there is none of ours
 * @param postgres to see whether it runs; the launcher alone stops it
 */
public record Prepared(
        Options.Serve options,
        String jdbcUrl,
        Credentials owner,
        Credentials application,
        EmbeddedPostgres postgres,
        @Nullable EmbeddedKafka kafka) {}
