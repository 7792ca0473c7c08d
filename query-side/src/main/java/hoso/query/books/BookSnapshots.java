package hoso.query.books;

import hoso.query.books.slot.BookState;
import hoso.query.books.slot.BookStates;
import hoso.query.books.slot.CodeTable;
import hoso.query.books.slot.Codes;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Reads the live books as they are at one moment, whatever is written meanwhile, and only those made by our rules. */
final class BookSnapshots {

    private final DataSource dataSource;
    private volatile @Nullable KnownCodes known;

    private record KnownCodes(int generation, Codes codes) {}

    BookSnapshots(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done within one snapshot. */
    interface Reading<T> {
        T read(Connection connection, BookState state, Codes codes) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                BookState state = new BookStates(sql).live();
                BookRules.requireOurs(state);
                return reading.read(connection, state, codes(sql, state));
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    private static DataAccessException translated(SQLException failure) {
        DataAccessException translated =
                new SQLExceptionSubclassTranslator().translate("read the books", null, failure);
        return translated != null ? translated : new UncategorizedSQLException("read the books", null, failure);
    }

    /** Numbers are only ever added, so those of a later snapshot serve an earlier one too. */
    private Codes codes(JdbcClient sql, BookState state) {
        KnownCodes before = known;
        if (before != null
                && before.generation() == state.generation()
                && before.codes().size() >= state.codes()) return before.codes();
        var codes = new Codes();
        new CodeTable(sql).readInto(codes, state.slot());
        known = new KnownCodes(state.generation(), codes);
        return codes;
    }
}
