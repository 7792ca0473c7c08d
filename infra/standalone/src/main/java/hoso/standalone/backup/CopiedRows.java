package hoso.standalone.backup;

import hoso.standalone.verify.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows as PostgreSQL sends them, one message a row, written on as they come. */
record CopiedRows(Connection connection, Progress progress) {

    /** Of the file format: signature, flags and the length of an extension that there never is. */
    static final int HEADER_BYTES = 19;

    /** The header comes by itself, before the first row or with it, and the end is a row of −1 columns. */
    private static final int SIGNATURE_BEGINS = 'P';

    private static final int PROGRESS_EVERY = 1_024;

    /**
     * Adds a table to a backup.
     *
     * @param expected how many rows there are to come; 0 where nobody has counted them
     */
    void add(BackupFile out, String pass, Table table, String copy, long expected) throws Exception {
        progress.begin(pass, expected);
        progress.end(out.add(table.entry(), entry -> write(copy, entry)));
    }

    /** Answers with the number of rows. */
    private long write(String copy, OutputStream out) throws SQLException, IOException {
        CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        long written = 0;
        try {
            byte[] message;
            while ((message = rows.readFromCopy()) != null) {
                out.write(message);
                if (hasRow(message) && ++written % PROGRESS_EVERY == 0) progress.reached(written);
            }
        } finally {
            if (rows.isActive()) rows.cancelCopy();
        }
        return written;
    }

    private static boolean hasRow(byte[] message) {
        int from = message[0] == SIGNATURE_BEGINS ? HEADER_BYTES : 0;
        return message.length > from + 1 && message[from] >= 0;
    }
}
