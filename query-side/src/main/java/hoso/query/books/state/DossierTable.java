package hoso.query.books.state;

import hoso.event.history.DossierHistory;
import hoso.query.books.packed.DossierCodec;
import hoso.query.books.slot.Codes;
import hoso.query.books.slot.CopyRows;
import hoso.query.books.slot.Slot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Dossiers as they now stand, as SQL: read and written many at once. */
public final class DossierTable {

    private static final String CHANGED = "pg_temp.changed_dossier";

    private static final String COLUMNS = "position, unit, received_day, elsewhere, procedure, field, channel,"
            + " received_at, due_at, closed_at, timeliness, outcome, paused, tags, paid_online, notices, state";

    private final Connection connection;
    private final String table;

    public DossierTable(Connection connection, Slot slot) {
        this.connection = connection;
        this.table = slot.table("dossier");
    }

    /** Those of the dossiers that are known. */
    public Map<String, KnownDossier> read(Collection<String> ids) throws SQLException {
        Map<String, KnownDossier> known = new HashMap<>();
        try (var query =
                connection.prepareStatement("SELECT id, elsewhere, state FROM " + table + " WHERE id = ANY (?)")) {
            query.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next())
                    known.put(rows.getString(1), new KnownDossier(rows.getBoolean(2), rows.getBytes(3)));
            }
        }
        return known;
    }

    /** A dossier read from its row. */
    public record KnownDossier(boolean elsewhere, byte[] state) {
        public DossierHistory history() {
            return DossierCodec.read(state);
        }
    }

    /** Within the transaction that moves the place. */
    public void write(Collection<ChangedDossier> dossiers, Codes codes) throws SQLException {
        var unseen = new CopyRows();
        var known = new CopyRows();
        for (ChangedDossier dossier : dossiers) dossier.write(dossier.known() ? known : unseen, codes);
        unseen.into(connection, table);
        if (known.rows() == 0) return;
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMPORARY TABLE IF NOT EXISTS changed_dossier (LIKE " + table + ") ON COMMIT DELETE ROWS");
            known.into(connection, CHANGED);
            statement.execute("UPDATE " + table + " d SET (" + COLUMNS + ") = ROW(c." + COLUMNS.replace(", ", ", c.")
                    + ") FROM " + CHANGED + " c WHERE d.id = c.id");
        }
    }
}
