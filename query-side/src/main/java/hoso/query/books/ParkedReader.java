package hoso.query.books;

import hoso.query.books.state.Parked;
import hoso.query.books.state.ParkedTable;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Names what the live books leave out. */
public final class ParkedReader {

    private final BookSnapshots snapshots;

    public ParkedReader(DataSource dataSource) {
        this.snapshots = new BookSnapshots(dataSource);
    }

    /** The streams that were parked at or before a position, in the order they were. */
    public List<Parked> asOf(long position) {
        return snapshots.read((connection, state, codes) -> {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return new ParkedTable(sql, state.slot()).read(position);
        });
    }
}
