package hoso.standalone.launch;

import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;

/**
 * What the application finds when it begins: a running, supervised server with the database and both roles.
 *
 * @param owner migrates, and owns what it makes
 * @param application everything else; it may do what migrations grant it
 * @param postgres to see whether it runs; the launcher alone stops it
 */
public record Prepared(
        Options.Serve options, String jdbcUrl, Credentials owner, Credentials application, EmbeddedPostgres postgres) {}
