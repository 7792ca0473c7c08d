package hoso.query.audit;

import hoso.event.Stream;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the event store itself, which an auditor's answer must not differ from. */
public final class SqlAuditLog implements AuditLog {

    private final EventLog log;
    private final JdbcClient sql;

    public SqlAuditLog(EventLog log, DataSource dataSource) {
        this.log = log;
        this.sql = JdbcClient.create(dataSource);
    }

    @Override
    public List<LoggedEvent> events(String dossier, long position) {
        return log.stream(Stream.dossier(dossier), position);
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
}
