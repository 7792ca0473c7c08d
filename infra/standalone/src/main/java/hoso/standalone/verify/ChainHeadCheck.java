package hoso.standalone.verify;

import hoso.edge.heads.ProofFolder;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.TreeHead.Covered;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The signed heads of the chain of snapshots: each names the hash that its row has, quotes a head that the store beside has
 * signed, and stands in the file too, as far as there is one.
 *
 * @param signs whether there is a table of them
 * @param beside whether the database has a store that signs
 */
record ChainHeadCheck(Connection connection, boolean signs, boolean beside, Outside outside, Findings findings) {

    private static final int FETCHED_AT_ONCE = 500;

    private static final String HEADS = """
            SELECT h.number, h.line, e.hash FROM snapshot.head h LEFT JOIN snapshot.entry e ON e.number = h.number
            ORDER BY h.number""";

    private static final String IN_TABLE = "SELECT EXISTS (SELECT FROM snapshot.head WHERE number = ? AND line = ?)";

    private static final String BETWEEN = "SELECT count(*) FROM snapshot.head WHERE number > ? AND number < ?";

    private static final String STORE_HEAD = "SELECT line FROM store.tree_head WHERE size = ?";

    void run() throws SQLException, IOException {
        if (!signs) {
            findings.absent(Check.CHAIN_HEADS, "no heads in this database");
            return;
        }
        var signatures = new Signatures(Check.CHAIN_SIGNATURES, outside.keys(ProofFolder.SNAPSHOTS), findings);
        table(signatures);
        file();
        signatures.finish();
    }

    private void table(Signatures signatures) throws SQLException {
        findings.checked(Check.CHAIN_HEADS, 0);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (var rows = statement.executeQuery(HEADS)) {
                while (rows.next()) {
                    findings.checked(Check.CHAIN_HEADS, 1);
                    row(rows.getLong(1), rows.getString(2), Optional.ofNullable(rows.getBytes(3)), signatures);
                }
            }
        }
    }

    private void row(long number, String line, Optional<byte[]> hash, Signatures signatures) throws SQLException {
        Optional<SignedHead> signed = read(line);
        if (signed.isEmpty() || !(signed.get().head() instanceof TreeHead.Snapshots head) || head.rows() != number) {
            findings.wrong(Check.CHAIN_HEADS, number, "the head cannot be read, or is of another row");
            return;
        }
        signatures.add(signed.get());
        if (!hash.map(HexFormat.of()::formatHex).equals(Optional.of(head.hash())))
            findings.wrong(Check.CHAIN_HEADS, number, "the row that was signed is not there, or another");
        for (Covered covered : head.covers())
            if (beside && !isSigned(covered))
                findings.wrong(Check.CHAIN_HEADS, number, "the store has no such head at position " + covered.size());
    }

    private static Optional<SignedHead> read(String line) {
        try {
            return Optional.of(SignedHead.read(line));
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    private boolean isSigned(Covered covered) throws SQLException {
        try (var statement = connection.prepareStatement(STORE_HEAD)) {
            statement.setLong(1, covered.size());
            try (var row = statement.executeQuery()) {
                return row.next()
                        && read(row.getString(1))
                                .map(SignedHead::head)
                                .filter(head -> head instanceof TreeHead.Store store
                                        && store.root().equals(covered.root()))
                                .isPresent();
            }
        }
    }

    private void file() throws SQLException, IOException {
        try (var text = outside.chain()) {
            if (text == null) {
                findings.absent(Check.CHAIN_FILE, "none there to compare with");
                return;
            }
            long last = 0;
            for (String line = text.next(); line != null; line = text.next()) {
                findings.checked(Check.CHAIN_FILE, 1);
                long number =
                        read(line).map(SignedHead::head).map(TreeHead::size).orElse(last + 1);
                if (!isInTable(number, line))
                    findings.wrong(Check.CHAIN_FILE, number, "line " + text.number() + " is not in the table");
                if (heads(last, number) > 0)
                    findings.wrong(Check.CHAIN_FILE, last + 1, "it lacks heads before row " + number);
                last = number;
            }
            findings.checked(Check.CHAIN_FILE, 0);
            // it is written after the table
            if (heads(last, Long.MAX_VALUE) > 0)
                findings.note("the file of heads of the chain ends before the table does");
        }
    }

    private boolean isInTable(long number, String line) throws SQLException {
        try (var statement = connection.prepareStatement(IN_TABLE)) {
            statement.setLong(1, number);
            statement.setString(2, line);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** How many the table has between two rows. */
    private long heads(long after, long before) throws SQLException {
        try (var statement = connection.prepareStatement(BETWEEN)) {
            statement.setLong(1, after);
            statement.setLong(2, before);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
