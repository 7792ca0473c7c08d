package hoso.postgres;

import hoso.process.ServerUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * A database with two roles: one owns it and migrates, the other is the application and may do only what migrations
 * grant it. Making it again changes nothing but the passwords, which become those given.
 */
public record HouseDatabase(String name, Credentials owner, Credentials application) {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** Each keeps a core busy while it asks, and the smallest machine of a house has two. */
    private static final int READER_CONNECTIONS = 6;

    public HouseDatabase {
        for (var identifier : new String[] {name, owner.user(), application.user()}) {
            requirePlain(identifier);
        }
    }

    private static void requirePlain(String identifier) {
        if (!PLAIN.matcher(identifier).matches()) {
            throw new IllegalArgumentException("not a plain identifier: " + identifier);
        }
    }

    public void ensure(EmbeddedPostgres postgres) {
        try (var connection = Login.open(postgres, "postgres")) {
            role(connection, owner);
            role(connection, application);
            if (isMissing(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                run(connection, "CREATE DATABASE " + name + " OWNER " + owner.user());
            }
            run(connection, "REVOKE ALL ON DATABASE " + name + ", postgres, template1 FROM PUBLIC");
            run(connection, "GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + application.user());
            restrict(postgres);
        } catch (SQLException e) {
            throw new ServerUnavailable("cannot prepare the database " + name + ": " + e.getMessage(), e);
        }
    }

    private void restrict(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = Login.open(postgres, name)) {
            PublicFunctions.restrict(connection, owner.user(), application.user());
        }
    }

    /**
     * Lets one more role log in, which reads what everybody may, and writes nothing. Its questions are ended after half a minute:
     * they share the server with the house. It may lift that limit, and reading only: {@link ReaderWatch}, {@link PublicFunctions}.
     */
    public void ensureReader(EmbeddedPostgres postgres, Credentials reader) {
        requirePlain(reader.user());
        try (var connection = Login.open(postgres, "postgres")) {
            role(connection, reader);
            run(connection, "ALTER ROLE " + reader.user() + " CONNECTION LIMIT " + READER_CONNECTIONS);
            run(connection, "ALTER ROLE " + reader.user() + " SET default_transaction_read_only = on");
            run(connection, "ALTER ROLE " + reader.user() + " SET statement_timeout = '30s'");
            run(connection, "ALTER ROLE " + reader.user() + " SET idle_in_transaction_session_timeout = '30s'");
            // for sorts on disk; beyond the reader's own say, unlike the others
            run(connection, "ALTER ROLE " + reader.user() + " SET temp_file_limit = '512MB'");
            run(connection, "GRANT CONNECT ON DATABASE " + name + " TO " + reader.user());
        } catch (SQLException e) {
            throw new ServerUnavailable("cannot prepare the role " + reader.user() + ": " + e.getMessage(), e);
        }
    }

    public void drop(EmbeddedPostgres postgres) {
        try (var connection = Login.open(postgres, "postgres")) {
            run(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new ServerUnavailable("cannot drop the database " + name + ": " + e.getMessage(), e);
        }
    }

    private static void role(Connection connection, Credentials role) throws SQLException {
        if (isMissing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.user())) {
            run(connection, "CREATE ROLE " + role.user());
        }
        // DDL takes no parameters; the quotes are doubled for passwords that are not ours
        var password = role.password().replace("'", "''");
        run(
                connection,
                "ALTER ROLE " + role.user() + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '"
                        + password + "'");
    }

    private static boolean isMissing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return !statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
