package hoso.query.books;

import hoso.event.Stream;
import hoso.event.history.DossierHistory;
import hoso.query.books.slot.BookState;
import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.feed.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Tells which units owe dossiers now. */
public final class OwnerReader {

    private final BookSnapshots snapshots;
    private final EventLogs logs;

    /**
     * @param logs that dossiers whose rows have no life are folded again from
     */
    public OwnerReader(DataSource dataSource, EventLogs logs) {
        this.snapshots = new BookSnapshots(dataSource);
        this.logs = logs;
    }

    /** By their ids, those of some dossiers that the books know; of one whose receipt was voided who owed it last. */
    public Map<String, String> of(Collection<String> dossiers) {
        if (dossiers.isEmpty()) return Map.of();
        return snapshots.read((connection, state, codes) -> {
            Map<String, String> owners = new HashMap<>();
            Map<String, Long> lifeless = new HashMap<>();
            rows(connection, state, codes, dossiers, owners, lifeless);
            if (!lifeless.isEmpty()) {
                // on the same connection: who holds one and waits for a second may wait for those who do the same
                EventLog here = logs.through(new SingleConnectionDataSource(connection, true));
                owners.putAll(last(here, state, lifeless));
            }
            return owners;
        });
    }

    /**
     * @param owners of those that live, to be added to
     * @param lifeless the others, with the position up to which they are folded, to be added to
     */
    private static void rows(
            Connection connection,
            BookState state,
            Codes codes,
            Collection<String> dossiers,
            Map<String, String> owners,
            Map<String, Long> lifeless)
            throws SQLException {
        String select = "SELECT id, unit, position FROM " + state.slot().table("dossier") + " WHERE id = ANY (?)";
        try (var query = connection.prepareStatement(select)) {
            query.setArray(1, connection.createArrayOf("text", dossiers.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    int unit = rows.getInt(2);
                    if (unit > 0) owners.put(rows.getString(1), codes.code(CodeKind.UNIT, unit));
                    else lifeless.put(rows.getString(1), rows.getLong(3));
                }
            }
        }
    }

    private static Map<String, String> last(EventLog log, BookState state, Map<String, Long> lifeless) {
        List<Stream> streams = lifeless.keySet().stream().map(Stream::dossier).toList();
        Map<String, List<LoggedEvent>> events = log.streams(streams, state.position());
        Map<String, String> owners = new HashMap<>();
        lifeless.forEach((id, position) -> last(
                        events.getOrDefault(Stream.dossier(id).name(), List.of()), position)
                .ifPresent(owner -> owners.put(id, owner)));
        return owners;
    }

    /** What came after the position that the books have may be what cannot be folded. */
    private static Optional<String> last(List<LoggedEvent> events, long position) {
        DossierHistory dossier = DossierHistory.UNKNOWN;
        Optional<String> owner = Optional.empty();
        for (LoggedEvent event : events) {
            if (event.position() > position) break;
            dossier = dossier.with(event.readToFold());
            if (dossier.alive()) owner = Optional.of(dossier.received().unit());
        }
        return owner;
    }
}
