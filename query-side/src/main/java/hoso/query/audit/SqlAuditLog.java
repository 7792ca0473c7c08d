package hoso.query.audit;

import hoso.event.Stream;
import hoso.event.wire.StoredEventFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the event store itself, which an auditor's answer must not differ from. */
public final class SqlAuditLog implements AuditLog {

    private final JdbcClient sql;

    public SqlAuditLog(DataSource dataSource) {
        this.sql = JdbcClient.create(dataSource);
    }

    @Override
    public List<Entry> events(String dossier, long position) {
        return sql.sql("""
                        SELECT position, recorded_at, rest FROM store.event
                        WHERE stream = ? AND position <= ? ORDER BY sequence""")
                .param(Stream.dossier(dossier).name())
                .param(position)
                .query(SqlAuditLog::entry)
                .list();
    }

    @Override
    public Map<Long, Map<String, String>> texts(String dossier) {
        Map<Long, Map<String, String>> texts = new HashMap<>();
        sql.sql("""
                        SELECT position, path, text FROM store.free_text JOIN store.event USING (position)
                        WHERE stream = ? AND text IS NOT NULL""").param(Stream.dossier(dossier).name()).query(row -> {
            texts.computeIfAbsent(row.getLong(1), unseen -> new HashMap<>()).put(row.getString(2), row.getString(3));
        });
        return texts;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        long position = row.getLong(1);
        var recordedAt = row.getObject(2, OffsetDateTime.class).toInstant();
        return new Entry(position, StoredEventFormat.bytes(position, recordedAt, row.getBytes(3)));
    }
}
