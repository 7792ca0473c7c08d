package hoso.query.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.postgres.Credentials;
import hoso.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class BooksDatabaseTest {

    @Test
    void refuses_books_that_a_newer_program_has_migrated() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh()) {
            BooksProperties properties = properties(database);
            new BooksDatabase(properties).close();
            new BooksDatabase(properties).close();
            try (Connection connection = database.connect();
                    var statement = connection.createStatement()) {
                statement.execute("""
                        INSERT INTO books.flyway_schema_history
                        SELECT installed_rank + 1000, '999', 'later', type, 'V999__later.sql', checksum, installed_by,
                            installed_on, execution_time, success
                        FROM books.flyway_schema_history WHERE version = '1'""");
            }
            assertThatThrownBy(() -> new BooksDatabase(properties))
                    .isInstanceOf(NewerBooks.class)
                    .hasMessageContaining("V999__later.sql");
        }
    }

    @Test
    void a_connection_that_writes_notices_that_it_was_cut_off() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                var books = new BooksDatabase(properties(database))) {
            var writing = (PGSimpleDataSource) books.writing("test");
            assertThat(writing.getSocketTimeout()).isPositive();
            assertThat(writing.getTcpKeepAlive()).isTrue();
        }
    }

    /** A database that is there and says nothing, as behind a cable that was cut, must not hold a question for ever. */
    @Test
    void nobody_waits_for_an_answer_longer_than_a_minute() throws SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                var books = new BooksDatabase(properties(database))) {
            for (DataSource connections : List.of(books.questions(), books.projecting(), books.writing("test")))
                try (Connection connection = connections.getConnection()) {
                    assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
                }
        }
    }

    private static BooksProperties properties(TestDatabase database) {
        Credentials application = database.application();
        Credentials owner = database.owner();
        return new BooksProperties(
                database.jdbcUrl(), application.user(), application.password(), owner.user(), owner.password());
    }
}
