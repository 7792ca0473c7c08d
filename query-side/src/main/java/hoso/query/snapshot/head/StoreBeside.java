package hoso.query.snapshot.head;

import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.proof.TreeHead.Covered;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The head of the store in the same database, where a command side signs one. */
public final class StoreBeside implements KnownStoreHeads {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBeside.class);

    private final JdbcClient sql;

    public StoreBeside(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    @Override
    public List<Covered> newest() {
        boolean signs = sql.sql("SELECT to_regclass('store.tree_head') IS NOT NULL")
                .query(Boolean.class)
                .single();
        if (!signs) return List.of();
        return sql
                .sql("SELECT line FROM store.tree_head ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional()
                .flatMap(StoreBeside::covered)
                .stream()
                .toList();
    }

    /** What somebody has changed is quoted by nobody. */
    private static Optional<Covered> covered(String line) {
        try {
            return SignedHead.read(line).head() instanceof TreeHead.Store store
                    ? Optional.of(store.covered())
                    : Optional.empty();
        } catch (IllegalArgumentException changed) {
            LOG.warn("the newest head of the store cannot be read, and is not quoted: {}", changed.getMessage());
            return Optional.empty();
        }
    }
}
