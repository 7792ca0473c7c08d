package hoso.query.books.slot;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers of codes, as SQL. */
public final class CodeTable {

    private static final CodeKind[] KINDS = CodeKind.values();

    private final JdbcClient sql;

    public CodeTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds the numbers given since those known. */
    public void readInto(Codes codes, Slot slot) {
        for (CodeKind kind : KINDS)
            sql.sql("SELECT id, code FROM " + slot.table("code") + " WHERE kind = ? AND id > ? ORDER BY id")
                    .param(kind.ordinal())
                    .param(codes.highest(kind))
                    .query((row, index) -> new Codes.Numbered(kind, row.getInt(1), row.getString(2)))
                    .list()
                    .forEach(codes::put);
    }

    public void write(Iterable<Codes.Numbered> added, Slot slot) {
        for (Codes.Numbered numbered : added)
            sql.sql("INSERT INTO " + slot.table("code") + " VALUES (?, ?, ?)")
                    .param(numbered.kind().ordinal())
                    .param(numbered.number())
                    .param(numbered.code())
                    .update();
    }
}
