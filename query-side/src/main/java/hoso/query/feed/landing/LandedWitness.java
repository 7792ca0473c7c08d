package hoso.query.feed.landing;

import hoso.event.wire.Digests;
import hoso.event.wire.LostPositions.Span;
import hoso.proof.SignedHead;
import hoso.proof.VerifyingKey;
import hoso.query.feed.proof.PlacedLeaf;
import hoso.query.feed.proof.StoreWitness;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has landed of the stores of origins: their events, which leaves are made of again, and the heads that came with them. */
public final class LandedWitness implements StoreWitness {

    private final JdbcClient sql;
    private final HeadTable heads;
    private final OriginKeys keys;

    public LandedWitness(DataSource database, OriginKeys keys) {
        this.sql = JdbcClient.create(database);
        this.heads = new HeadTable(database, keys);
        this.keys = keys;
    }

    /** Hashed in the database, as {@link Digests#leaf} does: the driver keeps all rows of an answer, and events may be large. */
    @Override
    public List<byte[]> leaves(String origin, long from, int count) {
        List<PlacedLeaf> landed = sql.sql("""
                        SELECT e.position, sha256('\\x00'::bytea || e.value)
                        FROM landing.event e JOIN landing.origin o ON o.number = e.origin
                        WHERE o.name = ? AND e.position > ? AND e.position <= ? ORDER BY e.position""")
                .param(origin)
                .param(from)
                .param(from + count)
                .query((row, index) -> new PlacedLeaf(row.getLong(1), row.getBytes(2)))
                .list();
        if (landed.size() == count) return landed.stream().map(PlacedLeaf::hash).toList();
        List<Span> lost = lost(origin);
        return PlacedLeaf.inARow(
                landed,
                from,
                count,
                position -> lost.stream().anyMatch(gap -> gap.first() <= position && position <= gap.last()));
    }

    private List<Span> lost(String origin) {
        return sql.sql("SELECT l.first, l.last FROM landing.lost l JOIN landing.origin o ON o.number = l.origin"
                        + " WHERE o.name = ?")
                .param(origin)
                .query((row, index) -> new Span(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** What has its place in the local order goes on without a gap; what has landed beyond may still have holes. */
    @Override
    public long reach(String origin) {
        return sql.sql("""
                        SELECT s.origin_first + s.last - s.first
                        FROM landing.origin o JOIN landing.span s ON s.origin = o.number
                        WHERE o.name = ? ORDER BY s.origin_first DESC LIMIT 1""").param(origin).query(Long.class).optional().orElse(0L);
    }

    @Override
    public Optional<SignedHead> newestHead(String origin) {
        return heads.newest(origin);
    }

    @Override
    public Optional<VerifyingKey> key(String origin, String fingerprint) {
        return keys.key(origin, fingerprint);
    }
}
