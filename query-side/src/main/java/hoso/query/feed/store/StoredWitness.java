package hoso.query.feed.store;

import hoso.proof.Incarnations;
import hoso.proof.Incarnations.Gap;
import hoso.proof.Incarnations.Incarnation;
import hoso.proof.SignedHead;
import hoso.proof.VerifyingKey;
import hoso.query.feed.proof.PlacedLeaf;
import hoso.query.feed.proof.StoreWitness;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the store beside the books shows of itself. */
public final class StoredWitness implements StoreWitness {

    private final JdbcClient sql;

    public StoredWitness(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    @Override
    public List<byte[]> leaves(String origin, long from, int count) {
        List<PlacedLeaf> stored = sql.sql(
                        "SELECT position, leaf FROM store.event WHERE position > ? AND position <= ? ORDER BY position")
                .param(from)
                .param(from + count)
                .query((row, index) -> new PlacedLeaf(row.getLong(1), row.getBytes(2)))
                .list();
        if (stored.size() == count) return stored.stream().map(PlacedLeaf::hash).toList();
        Incarnations incarnations = incarnations();
        return PlacedLeaf.inARow(
                stored, from, count, position -> incarnations.gapAt(position).isPresent());
    }

    /** Nothing is signed before it is stored. */
    @Override
    public long reach(String origin) {
        return Long.MAX_VALUE;
    }

    private Incarnations incarnations() {
        return new Incarnations(sql.sql("SELECT number, lost_from, lost_to FROM store.incarnation ORDER BY number")
                .query((row, index) -> {
                    long lostFrom = row.getLong(2);
                    Optional<Gap> gap =
                            row.wasNull() ? Optional.empty() : Optional.of(new Gap(lostFrom, row.getLong(3)));
                    return new Incarnation(row.getInt(1), gap);
                })
                .list());
    }

    @Override
    public Optional<SignedHead> newestHead(String origin) {
        return sql.sql("SELECT line FROM store.tree_head ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional()
                .map(SignedHead::read);
    }

    @Override
    public Optional<VerifyingKey> key(String origin, String fingerprint) {
        return sql.sql("SELECT encoded FROM store.head_key WHERE fingerprint = ?")
                .param(fingerprint)
                .query((row, index) -> VerifyingKey.of(row.getBytes(1)))
                .optional();
    }
}
