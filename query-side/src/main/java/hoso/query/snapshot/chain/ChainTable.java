package hoso.query.snapshot.chain;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** The rows of the chain. */
public final class ChainTable {

    private static final String SELECT = "SELECT number, header, content, hash FROM snapshot.entry ";

    private final JdbcClient sql;

    ChainTable(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Entry entry) {
        sql.sql("INSERT INTO snapshot.entry (number, header, content, hash) VALUES (?, ?, ?, ?)")
                .param(entry.header().number())
                .param(entry.headerText())
                .param(entry.content())
                .param(HexFormat.of().parseHex(entry.hash()))
                .update();
    }

    Optional<Link> last() {
        return link("SELECT number, header, hash FROM snapshot.entry ORDER BY number DESC LIMIT 1");
    }

    Optional<Link> link(long number) {
        return link("SELECT number, header, hash FROM snapshot.entry WHERE number = ?", number);
    }

    Optional<Entry> entry(long number) {
        return one("WHERE number = ?", number);
    }

    /** Whether a number below the last has no row. */
    boolean lacksRows() {
        return sql.sql("SELECT count(*) <> coalesce(max(number), 0) FROM snapshot.entry")
                .query(Boolean.class)
                .single();
    }

    /** The hash that a row has. */
    Optional<String> hash(long number) {
        return sql.sql("SELECT encode(hash, 'hex') FROM snapshot.entry WHERE number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    public Optional<Entry> report(long number) {
        return one("WHERE number = ? AND kind = 'REPORT'", number);
    }

    public Optional<Entry> signature(long report) {
        return one("WHERE snapshot = ? AND kind = 'SIGNATURE'", report);
    }

    /**
     * The headers of reports, the newest first.
     *
     * @param before only those of lower numbers
     * @param units only those of them, as the ledger calls them; none for all
     */
    public List<Header> reports(long before, List<String> units, int limit) {
        return sql.sql("SELECT number, header FROM snapshot.entry WHERE kind = 'REPORT' AND number < ?"
                        + " AND (cardinality(?::text[]) = 0 OR unit = ANY (?::text[])) ORDER BY number DESC LIMIT ?")
                .param(before)
                .param(units.toArray(String[]::new))
                .param(units.toArray(String[]::new))
                .param(limit)
                .query((row, index) -> header(row.getLong(1), row.getString(2)))
                .list();
    }

    /**
     * The last report on a unit that ends with a day, of those frozen by an instant and at a position at most; no provisional
     * one.
     */
    public Optional<Header> lastEnding(String unit, LocalDate day, long position, Instant by) {
        return sql.sql("""
                        SELECT number, header FROM snapshot.entry
                        WHERE kind = 'REPORT' AND unit = ? AND last_day = ?
                            AND header::jsonb -> 'report' ->> 'provisional' = 'false'
                            AND (header::jsonb -> 'report' ->> 'position')::bigint <= ?
                            AND (header::jsonb ->> 'madeAt')::timestamptz <= ?
                        ORDER BY number DESC LIMIT 1""")
                .param(unit)
                .param(day.toString())
                .param(position)
                .param(OffsetDateTime.ofInstant(by, ZoneOffset.UTC))
                .query((row, index) -> header(row.getLong(1), row.getString(2)))
                .optional();
    }

    private Optional<Link> link(String select, Object... parameters) {
        return sql.sql(select)
                .params(parameters)
                .query((row, index) -> new Link(header(row.getLong(1), row.getString(2)), Hashes.hex(row.getBytes(3))))
                .optional();
    }

    private Optional<Entry> one(String where, Object... parameters) {
        return sql.sql(SELECT + where)
                .params(parameters)
                .query(ChainTable::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        String header = row.getString(2);
        return new Entry(header(row.getLong(1), header), header, row.getBytes(3), Hashes.hex(row.getBytes(4)));
    }

    private static Header header(long number, String text) {
        try {
            return Header.read(text);
        } catch (JacksonException | NullPointerException changed) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "row " + number + " of the chain is not what was added")
                    .with(Map.of("number", number));
        }
    }
}
