package hoso.query.feed.landing;

import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest heads of the origins that are taken in. */
public final class HeadTable {

    private final JdbcClient sql;

    public HeadTable(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** Keeps it, where it is newer than what is kept. */
    void keep(SignedHead head, TreeHead.Store store) {
        sql.sql("""
                        INSERT INTO landing.head AS kept (origin, incarnation, size, line) VALUES (?, ?, ?, ?)
                        ON CONFLICT (origin) DO UPDATE
                            SET incarnation = excluded.incarnation, size = excluded.size, line = excluded.line
                            WHERE (kept.incarnation, kept.size) < (excluded.incarnation, excluded.size)""")
                .param(store.origin())
                .param(store.incarnation())
                .param(store.size())
                .param(head.line())
                .update();
    }

    /** @throws IllegalArgumentException where somebody has changed it beyond reading */
    public Optional<SignedHead> newest(String origin) {
        return sql.sql("SELECT line FROM landing.head WHERE origin = ?")
                .param(origin)
                .query(String.class)
                .optional()
                .map(SignedHead::read);
    }

    /** Of all origins, in the order of their names. */
    public List<SignedHead> newest() {
        return sql.sql("SELECT line FROM landing.head ORDER BY origin")
                .query((row, index) -> SignedHead.read(row.getString(1)))
                .list();
    }
}
