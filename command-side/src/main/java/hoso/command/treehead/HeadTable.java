package hoso.command.treehead;

import hoso.proof.Frontier;
import hoso.proof.Incarnations;
import hoso.proof.Incarnations.Gap;
import hoso.proof.Incarnations.Incarnation;
import hoso.proof.VerifyingKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands beside the events in the store's database: heads, the frontier, the incarnations; and the leaves themselves. */
public record HeadTable(Connection connection) {

    private static final Logger LOG = LoggerFactory.getLogger(HeadTable.class);

    /** Leaves of one SELECT: a quarter of a MiB. */
    static final int LEAVES_MAX = 8_192;

    /** Signed lines of one SELECT: some hundred KiB. */
    private static final int LINES_MAX = 512;

    private static final String INCARNATIONS =
            "SELECT number, lost_from, lost_to FROM store.incarnation ORDER BY number";

    private static final String LOSSES = "SELECT number, lost_from, lost_to, reason FROM store.incarnation"
            + " WHERE lost_from IS NOT NULL ORDER BY number";

    private static final String LAST =
            "SELECT size, line FROM store.tree_head WHERE size < ? ORDER BY size DESC LIMIT 1";

    private static final String KEYS = "SELECT encoded FROM store.head_key";

    private static final String LINE = "SELECT size, line FROM store.tree_head WHERE size = ?";

    private static final String LINES =
            "SELECT size, line FROM store.tree_head WHERE size > ? ORDER BY size LIMIT " + LINES_MAX;

    private static final String LEAVES =
            "SELECT position, leaf FROM store.event WHERE position > ? ORDER BY position LIMIT " + LEAVES_MAX;

    private static final String NEWEST = "SELECT max(position) FROM store.event";

    private static final String FRONTIER = "SELECT nodes FROM store.frontier WHERE size = ?";

    private static final String INSERT =
            "INSERT INTO store.tree_head (size, line) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String KEEP = """
            INSERT INTO store.frontier (size, nodes) VALUES (?, ?)
            ON CONFLICT (one) DO UPDATE SET size = excluded.size, nodes = excluded.nodes""";

    private static final String KEY =
            "INSERT INTO store.head_key (fingerprint, encoded) VALUES (?, ?) ON CONFLICT DO NOTHING";

    /**
     * A row of the table of heads.
     *
     * @param size as its column says
     */
    public record Row(long size, String line) {}

    /** A leaf as it is stored. */
    record Leaf(long position, byte[] hash) {}

    public Incarnations incarnations() throws SQLException {
        try (var statement = connection.prepareStatement(INCARNATIONS);
                var rows = statement.executeQuery()) {
            List<Incarnation> all = new ArrayList<>();
            while (rows.next()) {
                long from = rows.getLong(2);
                Optional<Gap> gap = rows.wasNull() ? Optional.empty() : Optional.of(new Gap(from, rows.getLong(3)));
                all.add(new Incarnation(rows.getInt(1), gap));
            }
            return all.isEmpty() ? Incarnations.first() : new Incarnations(all);
        }
    }

    /** What it has declared as lost, each with the order to do so. */
    public List<DeclaredLoss> losses() throws SQLException {
        try (var statement = connection.prepareStatement(LOSSES);
                var rows = statement.executeQuery()) {
            List<DeclaredLoss> losses = new ArrayList<>();
            while (rows.next())
                losses.add(
                        new DeclaredLoss(rows.getInt(1), new Gap(rows.getLong(2), rows.getLong(3)), rows.getString(4)));
            return losses;
        }
    }

    /** The newest position; 0 for none. */
    public long newestPosition() throws SQLException {
        try (var statement = connection.prepareStatement(NEWEST);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The largest head. */
    public Optional<Row> last() throws SQLException {
        return lastBelow(Long.MAX_VALUE);
    }

    /** The largest head below a size. */
    Optional<Row> lastBelow(long size) throws SQLException {
        try (var statement = connection.prepareStatement(LAST)) {
            statement.setLong(1, size);
            return row(statement);
        }
    }

    Optional<Row> line(long size) throws SQLException {
        try (var statement = connection.prepareStatement(LINE)) {
            statement.setLong(1, size);
            return row(statement);
        }
    }

    private static Optional<Row> row(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row(row)) : Optional.empty();
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), row.getString(2));
    }

    /** The next heads above a size, some at once; none where there are none. */
    public List<Row> after(long size) throws SQLException {
        try (var statement = connection.prepareStatement(LINES)) {
            statement.setLong(1, size);
            try (var rows = statement.executeQuery()) {
                List<Row> heads = new ArrayList<>();
                while (rows.next()) heads.add(row(rows));
                return heads;
            }
        }
    }

    List<Leaf> leavesAfter(long position) throws SQLException {
        try (var statement = connection.prepareStatement(LEAVES)) {
            statement.setLong(1, position);
            try (var rows = statement.executeQuery()) {
                List<Leaf> leaves = new ArrayList<>();
                while (rows.next()) leaves.add(new Leaf(rows.getLong(1), rows.getBytes(2)));
                return leaves;
            }
        }
    }

    Instant recordedAt(long position) throws SQLException, StoreContradicts {
        try (var statement = connection.prepareStatement("SELECT recorded_at FROM store.event WHERE position = ?")) {
            statement.setLong(1, position);
            try (var row = statement.executeQuery()) {
                if (!row.next()) throw new StoreContradicts(new Contradiction.Missing(position));
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    /** The right edge of the tree of so many leaves, where it is kept and can be read. */
    public Optional<Frontier> frontier(long size) throws SQLException {
        try (var statement = connection.prepareStatement(FRONTIER)) {
            statement.setLong(1, size);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(Frontier.read(row.getBytes(1))) : Optional.empty();
            }
        } catch (IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    /** Keeps the public half of a key beside what it signs, for whoever checks. */
    void keep(VerifyingKey key) throws SQLException {
        try (var statement = connection.prepareStatement(KEY)) {
            statement.setString(1, key.fingerprint());
            statement.setBytes(2, key.encoded());
            statement.executeUpdate();
        }
    }

    /** Those that were kept so; one that somebody has changed beyond reading is none. */
    List<VerifyingKey> keys() throws SQLException {
        try (var statement = connection.prepareStatement(KEYS);
                var rows = statement.executeQuery()) {
            List<VerifyingKey> keys = new ArrayList<>();
            while (rows.next()) {
                try {
                    keys.add(VerifyingKey.of(rows.getBytes(1)));
                } catch (IllegalArgumentException changed) {
                    LOG.warn("the table of keys has one that is none: {}", changed.getMessage());
                }
            }
            return keys;
        }
    }

    /** Adds a head with the frontier at it; what is answered is durable. One of that size that is there already stays. */
    void add(Row head, Frontier frontier) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(INSERT);
                var keep = connection.prepareStatement(KEEP)) {
            insert.setLong(1, head.size());
            insert.setString(2, head.line());
            insert.executeUpdate();
            keep.setLong(1, frontier.size());
            keep.setBytes(2, frontier.bytes());
            keep.executeUpdate();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
