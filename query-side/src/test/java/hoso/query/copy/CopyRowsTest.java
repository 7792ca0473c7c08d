package hoso.query.copy;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.query.books.projection.BooksDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyRowsTest {

    private static final int ROWS = 400;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72})
    void rows_of_any_size_arrive_as_they_were_written(long seed) throws SQLException {
        try (var database = new BooksDatabase();
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE sent (id bigint, known boolean, value bytea)");
            var sizes = new Random(seed);
            var rows = new CopyRows();
            // together they take many messages to the server, and some are larger than one
            for (int id = 0; id < ROWS; id++)
                rows.row(3).int8(id).bool(id % 2 == 0).bytea(value(id, sizes));
            assertThat(rows.rows()).isEqualTo(ROWS);
            rows.into(connection, "pg_temp.sent");
            var again = new Random(seed);
            try (var sent = statement.executeQuery("SELECT id, known, value FROM sent ORDER BY id")) {
                for (int id = 0; id < ROWS; id++) {
                    assertThat(sent.next()).isTrue();
                    assertThat(sent.getLong(1)).isEqualTo(id);
                    assertThat(sent.getBoolean(2)).isEqualTo(id % 2 == 0);
                    assertThat(sent.getBytes(3)).isEqualTo(value(id, again));
                }
                assertThat(sent.next()).isFalse();
            }
        }
    }

    private static byte[] value(int id, Random sizes) {
        byte[] value = new byte[id % 50 == 0 ? sizes.nextInt(1 << 18) : sizes.nextInt(1 << 12)];
        Arrays.fill(value, (byte) id);
        return value;
    }
}
