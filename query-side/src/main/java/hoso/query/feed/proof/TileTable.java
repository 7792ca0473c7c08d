package hoso.query.feed.proof;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hashes of complete subtrees of {@link TiledTree#LEAVES} leaves each, by origin; added in order. */
final class TileTable {

    private final JdbcClient sql;

    TileTable(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** The first so many, or as many as there are. */
    List<byte[]> first(String origin, long count) {
        return new ArrayList<>(sql.sql("SELECT hash FROM proof.tile WHERE origin = ? AND number < ? ORDER BY number")
                .param(origin)
                .param(count)
                .query((row, index) -> row.getBytes(1))
                .list());
    }

    /** What stood there before was of a log that is no longer, as one that was restored since. */
    void put(String origin, long first, List<byte[]> hashes) {
        sql.sql("INSERT INTO proof.tile AS kept (origin, number, hash) SELECT ?, ? + nth - 1, hash"
                        + " FROM unnest(?::bytea[]) WITH ORDINALITY AS t (hash, nth)"
                        + " ON CONFLICT (origin, number) DO UPDATE SET hash = excluded.hash"
                        + " WHERE kept.hash <> excluded.hash")
                .param(origin)
                .param(first)
                .param(hashes.toArray(byte[][]::new))
                .update();
    }
}
