package hoso.query.feed.landing;

import hoso.event.wire.Digests;
import hoso.proof.SignedHead;
import hoso.proof.VerifyingKey;
import hoso.query.feed.proof.StoreWitness;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has landed of the stores of origins: their events, which leaves are made of again, and the heads that came with them. */
public final class LandedWitness implements StoreWitness {

    private final JdbcClient sql;
    private final HeadTable heads;
    private final Function<String, Optional<VerifyingKey>> keys;

    /** @param keys the public key of a fingerprint, where it is known */
    public LandedWitness(DataSource database, Function<String, Optional<VerifyingKey>> keys) {
        this.sql = JdbcClient.create(database);
        this.heads = new HeadTable(database);
        this.keys = keys;
    }

    /** Up to the first that has not landed. */
    @Override
    public List<byte[]> leaves(String origin, long from, int count) {
        return sql.sql("""
                        SELECT e.value FROM landing.event e JOIN landing.origin o ON o.number = e.origin
                        WHERE o.name = ? AND e.position > ? AND e.position <= ? ORDER BY e.position""")
                .param(origin)
                .param(from)
                .param(from + count)
                .query((row, index) -> Digests.leaf(row.getBytes(1)))
                .list();
    }

    @Override
    public Optional<SignedHead> newestHead(String origin) {
        return heads.newest(origin);
    }

    @Override
    public Optional<VerifyingKey> key(String fingerprint) {
        return keys.apply(fingerprint);
    }
}
