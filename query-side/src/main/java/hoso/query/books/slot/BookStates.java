package hoso.query.books.slot;

import hoso.query.feed.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the books stand, as SQL. Whatever moves does so by compare-and-set: of two who try, one is told. */
public final class BookStates {

    private static final String SELECT =
            "SELECT slot, live, generation, edition, position, leaf, folded, codes, segment_events FROM books.book ";

    private final JdbcClient sql;

    public BookStates(JdbcClient sql) {
        this.sql = sql;
    }

    public BookState live() {
        return sql.sql(SELECT + "WHERE live").query(BookStates::state).single();
    }

    public BookState of(Slot slot) {
        return sql.sql(SELECT + "WHERE slot = ?")
                .param(slot.number())
                .query(BookStates::state)
                .single();
    }

    /** Moves the place of the feed. */
    public void advance(BookState from, Place to, int codes) {
        changedOne(
                sql.sql("""
                                UPDATE books.book SET position = ?, leaf = ?, codes = ?
                                WHERE slot = ? AND live = ? AND generation = ? AND position = ? AND leaf = ?""")
                        .params(to.position(), to.leaf(), codes)
                        .params(from.slot().number(), from.live(), from.generation())
                        .params(from.position(), from.place().leaf())
                        .update(),
                from);
    }

    /** Moves the position up to which the journal is folded. */
    public void fold(BookState from, long folded) {
        changedOne(
                sql.sql("UPDATE books.book SET folded = ? WHERE slot = ? AND generation = ? AND folded = ?")
                        .params(folded, from.slot().number(), from.generation(), from.folded())
                        .update(),
                from);
    }

    /** Begins new books in the slot that is not live. */
    public void begin(BookState spare, int generation, int edition) {
        changedOne(
                sql.sql("""
                                UPDATE books.book SET generation = ?, edition = ?, position = 0, leaf = '', folded = 0,
                                    codes = 0
                                WHERE slot = ? AND NOT live AND generation = ?""")
                        .params(generation, edition, spare.slot().number(), spare.generation())
                        .update(),
                spare);
    }

    /** Makes one slot live in place of the other; both must still stand where they stood. */
    public void switchTo(BookState next, BookState live) {
        changedOne(setLive(live, false), live);
        changedOne(setLive(next, true), next);
    }

    private int setLive(BookState state, boolean live) {
        return sql.sql("""
                        UPDATE books.book SET live = ?
                        WHERE slot = ? AND live <> ? AND generation = ? AND position = ?""")
                .params(live, state.slot().number(), live, state.generation(), state.position())
                .update();
    }

    private static void changedOne(int rows, BookState from) {
        if (rows != 1) throw new MovedByAnother("the books no longer stand at " + from);
    }

    private static BookState state(ResultSet row, int index) throws SQLException {
        return new BookState(
                new Slot(row.getInt(1)),
                row.getBoolean(2),
                row.getInt(3),
                row.getInt(4),
                new Place(row.getLong(5), row.getBytes(6)),
                row.getLong(7),
                row.getInt(8),
                new Segments(row.getInt(9)));
    }
}
