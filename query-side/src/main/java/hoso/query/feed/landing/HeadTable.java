package hoso.query.feed.landing;

import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The newest heads of the origins that are taken in. A row that no key of its origin has signed counts as none. */
public final class HeadTable {

    private final JdbcClient sql;
    private final OriginKeys keys;

    public HeadTable(DataSource database, OriginKeys keys) {
        this.sql = JdbcClient.create(database);
        this.keys = keys;
    }

    /** Keeps it, where it is newer than what is kept, or that counts as none. */
    void keep(SignedHead head, TreeHead.Store store) {
        sql.sql("""
                        INSERT INTO landing.head AS kept (origin, incarnation, size, line) VALUES (?, ?, ?, ?)
                        ON CONFLICT (origin) DO UPDATE
                            SET incarnation = excluded.incarnation, size = excluded.size, line = excluded.line
                            WHERE (kept.incarnation, kept.size) < (excluded.incarnation, excluded.size)
                                OR kept.line = ?""")
                .param(store.origin())
                .param(store.incarnation())
                .param(store.size())
                .param(head.line())
                .param(none(store.origin()).orElse(""))
                .update();
    }

    public Optional<SignedHead> newest(String origin) {
        return line(origin).flatMap(line -> counted(origin, line));
    }

    /** Of all origins, in the order of their names. */
    public List<SignedHead> newest() {
        return sql
                .sql("SELECT origin, line FROM landing.head ORDER BY origin")
                .query((row, index) -> counted(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is kept of an origin and counts as none: those that it was kept in place of lie further back in the topic. */
    Optional<String> none(String origin) {
        return line(origin).filter(line -> counted(origin, line).isEmpty());
    }

    private Optional<String> line(String origin) {
        return sql.sql("SELECT line FROM landing.head WHERE origin = ?")
                .param(origin)
                .query(String.class)
                .optional();
    }

    private Optional<SignedHead> counted(String origin, String line) {
        try {
            return Optional.of(SignedHead.read(line)).filter(head -> isSignedFor(origin, head));
        } catch (IllegalArgumentException | NullPointerException changed) {
            return Optional.empty();
        }
    }

    private boolean isSignedFor(String origin, SignedHead head) {
        return head.head() instanceof TreeHead.Store store
                && store.origin().equals(origin)
                && keys.key(origin, head.key()).filter(head::isSignedBy).isPresent();
    }
}
