package hoso.query.snapshot.chain;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** The rows of the chain. */
public final class ChainTable {

    private static final String LINK = "SELECT number, header, hash FROM snapshot.entry ";

    /** Before and after any day that a report could have, as days are written. */
    private static final String FIRST_DAY = "0000-01-01";

    private static final String LAST_DAY = "9999-12-31";

    /** Who freezes one report more often has the last of them looked at. */
    private static final int ENDING_MAX = 1_000;

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
        return link("ORDER BY number DESC LIMIT 1");
    }

    Optional<Link> link(long number) {
        return link("WHERE number = ?", number);
    }

    Optional<Entry> entry(long number) {
        return one("WHERE number = ?", number);
    }

    /** How many there are. */
    public long rows() {
        return sql.sql("SELECT count(*) FROM snapshot.entry").query(Long.class).single();
    }

    /** Whether a number below the last has no row. */
    boolean lacksRows() {
        return sql.sql("SELECT count(*) <> coalesce(max(number), 0) FROM snapshot.entry")
                .query(Boolean.class)
                .single();
    }

    /** The row of a report without its content. */
    public Optional<Link> reportLink(long number) {
        return link("WHERE number = ? AND kind = 'REPORT'", number);
    }

    /** @throws Problem {@code contradicts-history}, where somebody has changed its header beyond reading */
    public Optional<Entry> report(long number) {
        return one("WHERE number = ? AND kind = 'REPORT'", number);
    }

    public Optional<Entry> signature(long report) {
        return one("WHERE snapshot = ? AND kind = 'SIGNATURE'", report);
    }

    /**
     * The rows of reports, the newest first.
     *
     * @param before only those of lower numbers
     */
    public List<Link> reports(long before, Sought sought, int limit) {
        // a row without a period was changed: it is told whatever days are asked for
        return sql.sql(LINK + "WHERE kind = 'REPORT' AND number < ? AND (? OR unit = ANY (?::text[]))"
                        + " AND coalesce(last_day >= ?, true)"
                        + " AND coalesce(header::jsonb -> 'report' ->> 'from' <= ?, true)"
                        + " ORDER BY number DESC LIMIT ?")
                .param(before)
                .param(sought.units().isEmpty())
                .param(sought.units().orElse(Set.of()).toArray(String[]::new))
                .param(sought.from().map(LocalDate::toString).orElse(FIRST_DAY))
                .param(sought.to().map(LocalDate::toString).orElse(LAST_DAY))
                .param(limit)
                .query(ChainTable::link)
                .list();
    }

    /**
     * The rows of reports that were frozen before a position and do not end before a day, the newest first.
     *
     * @param units only those of them, as the ledger calls them
     */
    public List<Link> reports(Set<String> units, LocalDate day, long position, int limit) {
        return sql.sql(
                        LINK + "WHERE kind = 'REPORT' AND unit = ANY (?::text[]) AND last_day >= ?"
                                + " AND header::jsonb -> 'report' -> 'position' < to_jsonb(?::bigint) ORDER BY number DESC LIMIT ?")
                .param(units.toArray(String[]::new))
                .param(day.toString())
                .param(position)
                .param(limit)
                .query(ChainTable::link)
                .list();
    }

    /**
     * The reports on a unit that end with a day, the newest first; those that are what was added.
     *
     * @param provisional whether those that were frozen before that day had ended, or the others
     */
    public List<Header> ending(String unit, LocalDate day, boolean provisional) {
        return sql
                .sql(LINK + "WHERE kind = 'REPORT' AND unit = ? AND last_day = ?"
                        + " AND header::jsonb -> 'report' -> 'provisional' = to_jsonb(?) ORDER BY number DESC LIMIT ?")
                .param(unit)
                .param(day.toString())
                .param(provisional)
                .param(ENDING_MAX)
                .query(ChainTable::link)
                .list()
                .stream()
                .flatMap(link -> link.report().stream())
                .toList();
    }

    /** Rows after one, in order, with the hash that their content has now. */
    List<Walked> after(long number, int limit) {
        return sql.sql("SELECT number, header, hash, sha256(content) FROM snapshot.entry WHERE number > ?"
                        + " ORDER BY number LIMIT ?")
                .param(number)
                .param(limit)
                .query((row, index) -> new Walked(link(row, index), Hashes.hex(row.getBytes(4))))
                .list();
    }

    private Optional<Link> link(String where, Object... parameters) {
        return sql.sql(LINK + where).params(parameters).query(ChainTable::link).optional();
    }

    private static Link link(ResultSet row, int index) throws SQLException {
        String header = row.getString(2);
        String hash = Hashes.hex(row.getBytes(3));
        return new Link(row.getLong(1), header(header), hash, hash.equals(Hashes.ofText(header)));
    }

    private Optional<Entry> one(String where, Object... parameters) {
        return sql.sql("SELECT number, header, content, hash FROM snapshot.entry " + where)
                .params(parameters)
                .query(ChainTable::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        long number = row.getLong(1);
        String text = row.getString(2);
        Header header = header(text)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.CONTRADICTS_HISTORY,
                                "somebody has changed row " + number + " of the chain beyond reading")
                        .with(Map.of("number", number)));
        return new Entry(header, text, row.getBytes(3), Hashes.hex(row.getBytes(4)));
    }

    private static Optional<Header> header(String text) {
        try {
            return Optional.of(Header.read(text));
        } catch (JacksonException | NullPointerException changed) {
            return Optional.empty();
        }
    }
}
