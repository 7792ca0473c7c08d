package hoso.query.books.state;

import hoso.query.books.slot.Slot;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parked streams, as SQL. */
public final class ParkedTable {

    private final JdbcClient sql;
    private final String table;

    public ParkedTable(JdbcClient sql, Slot slot) {
        this.sql = sql;
        this.table = slot.table("parked");
    }

    /** Those that were parked at or before a position, in order. */
    public List<Parked> read(long position) {
        return sql.sql("SELECT stream, position, unit, reason FROM " + table + " WHERE position <= ? ORDER BY position")
                .param(position)
                .query((row, index) -> new Parked(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
    }

    public void write(Collection<Parked> parked) {
        for (Parked one : parked)
            sql.sql("INSERT INTO " + table + " (stream, position, unit, reason) VALUES (?, ?, ?, ?)")
                    .param(one.stream())
                    .param(one.position())
                    .param(one.unit())
                    .param(one.reason())
                    .update();
    }
}
