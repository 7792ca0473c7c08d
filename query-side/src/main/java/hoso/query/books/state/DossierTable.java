package hoso.query.books.state;

import hoso.query.books.packed.Packer;
import hoso.query.books.slot.Codes;
import hoso.query.books.slot.Slot;
import hoso.query.copy.CopyRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Those of the dossiers that are known, but without the bytes of histories larger than so many. */
    Map<String, KnownDossier> read(Collection<String> ids, int stateBytesMax) throws SQLException {
        Map<String, KnownDossier> known = new HashMap<>();
        if (ids.isEmpty()) return known;
        String sql = "SELECT id, elsewhere, CASE WHEN octet_length(state) <= ? THEN state END FROM " + table
                + " WHERE id = ANY (?)";
        try (var query = connection.prepareStatement(sql)) {
            query.setInt(1, stateBytesMax);
            query.setArray(2, connection.createArrayOf("text", ids.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next())
                    known.put(rows.getString(1), new KnownDossier(rows.getBoolean(2), rows.getBytes(3)));
            }
        }
        return known;
    }

    /**
     * A dossier read from its row.
     *
     * @param state null where it is larger than was asked for
     */
    record KnownDossier(boolean elsewhere, byte @Nullable [] state) {}

    /** Rows as dossiers stood when they were added here. */
    static final class Rows {
        private final CopyRows unseen = new CopyRows();
        private final CopyRows known = new CopyRows();
        private final Packer packer = new Packer();

        Rows(Collection<KeptDossier> dossiers, Codes codes) {
            for (KeptDossier dossier : dossiers)
                new DossierRow(dossier).write(dossier.stored ? known : unseen, codes, packer);
        }

        /** Bytes of all. */
        int size() {
            return unseen.size() + known.size();
        }
    }

    /** Within the transaction that moves the place. */
    void write(Rows rows) throws SQLException {
        rows.unseen.into(connection, table);
        CopyRows known = rows.known;
        if (known.rows() == 0) return;
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMPORARY TABLE IF NOT EXISTS changed_dossier (LIKE " + table + ") ON COMMIT DELETE ROWS");
            known.into(connection, CHANGED);
            statement.execute("UPDATE " + table + " d SET (" + COLUMNS + ") = ROW(c." + COLUMNS.replace(", ", ", c.")
                    + ") FROM " + CHANGED + " c WHERE d.id = c.id");
            // the transaction may write more of them
            statement.execute("TRUNCATE " + CHANGED);
        }
    }
}
