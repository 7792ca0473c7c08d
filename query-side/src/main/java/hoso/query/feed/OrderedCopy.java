package hoso.query.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataRetrievalFailureException;

/** Reads a whole log in the order of an index. */
public final class OrderedCopy {

    /** What would gather all of it before the first row comes. */
    private static final String BY_INDEX =
            "SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off;"
                    + " SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL jit = off";

    private OrderedCopy() {}

    /**
     * @param select see {@link LogCopy#events}; its order is that of an index
     */
    public static void read(
            DataSource connections,
            String select,
            LogCopy.RowReader<? extends LoggedEvent> reader,
            Consumer<LoggedEvent> each) {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(BY_INDEX);
                LogCopy.each(connection, select, reader, each);
            }
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException unreadable) {
            throw new DataRetrievalFailureException("the log cannot be read", unreadable);
        }
    }
}
