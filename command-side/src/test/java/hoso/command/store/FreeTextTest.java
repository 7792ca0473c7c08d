package hoso.command.store;

import static hoso.command.store.SampleEvents.erased;
import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.notified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.wire.Digests;
import hoso.testkit.database.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FreeTextTest {

    private static final String REASON = "Thiếu bản sao sổ hộ khẩu";

    private static TestDatabase database;
    private static EventStore store;
    private final SampleEvents samples = new SampleEvents();

    @BeforeAll
    static void open() throws InterruptedException {
        database = TestDatabase.fresh();
        store = StoreFixture.opened(database);
    }

    @AfterAll
    static void close() {
        store.close();
        database.close();
    }

    @Test
    void lies_apart_from_its_event_which_holds_a_salted_hash() throws Exception {
        store.engine().appendEvents(samples.suspended("T1", 0, REASON), samples.suspended("T1", 1, REASON));

        var texts = texts("T1");
        assertThat(texts).extracting(Text::text).containsExactly(REASON, REASON);
        var events = store.loadAll(List.of(Stream.dossier("T1"))).get(Stream.dossier("T1"));
        for (int index = 0; index < 2; index++)
            assertThat(events.get(index).event().textHashes())
                    .containsExactly(
                            Map.entry("reason", Digests.text(texts.get(index).salt(), REASON)));
        assertThat(events.getFirst().event().textHashes())
                .isNotEqualTo(events.getLast().event().textHashes());
        assertThat(rests("T1")).noneMatch(rest -> rest.contains("Thiếu"));
    }

    @Test
    void an_erasure_empties_text_and_salt_of_that_dossier_up_to_itself() throws Exception {
        store.engine().appendEvents(samples.suspended("T2", 0, REASON));
        store.engine().appendEvents(samples.suspended("T3", 0, REASON));
        var hashes = hashes("T2");

        store.engine()
                .appendEvents(
                        samples.suspended("T2", 1, REASON),
                        message(erased("T2", 2)),
                        samples.suspended("T2", 3, "later"),
                        message(notified("T2", 4)));

        assertThat(texts("T2")).extracting(Text::text).containsExactly(null, null, "later");
        assertThat(texts("T2").getFirst().salt()).isNull();
        assertThat(texts("T3")).extracting(Text::text).containsExactly(REASON);
        assertThat(hashes("T2")).startsWith(hashes.getFirst());
    }

    @Test
    void a_text_that_its_hash_does_not_fit_is_refused() {
        var message = samples.suspended("T4", 0, REASON);
        var other = AppendContext.of(samples.suspended("T4", 0, REASON));
        assertThatThrownBy(() -> store.engine().appendEvents(message.andMetaData(Map.of(AppendContext.KEY, other))))
                .isInstanceOf(EventStoreException.class)
                .hasRootCauseMessage("the text of reason does not fit its hash");
        assertThatThrownBy(() -> store.engine()
                        .appendEvents(message.andMetaData(
                                Map.of(AppendContext.KEY, new AppendContext(0, Map.of(), new Placed())))))
                .isInstanceOf(EventStoreException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_that_the_database_refuses_harms_no_later_append() {
        assertThatThrownBy(
                        () -> store.engine().appendEvents(samples.suspended("T5", 0, "a\0b"), message(erased("T5", 1))))
                .isInstanceOf(EventStoreException.class);
        store.engine().appendEvents(samples.suspended("T5", 0, REASON));
        assertThat(store.writing()).isTrue();
    }

    private record Text(byte[] salt, String text) {}

    private static List<Text> texts(String dossier) throws SQLException {
        return rows(
                "SELECT salt, text FROM store.free_text JOIN store.event USING (position) WHERE stream = 'd/" + dossier
                        + "' ORDER BY position",
                row -> new Text(row.getBytes(1), row.getString(2)));
    }

    private static List<String> rests(String dossier) throws SQLException {
        return rows(
                "SELECT convert_from(rest, 'UTF8') FROM store.event WHERE stream = 'd/" + dossier + "'",
                row -> row.getString(1));
    }

    private static List<Map<String, String>> hashes(String dossier) {
        return store.loadAll(List.of(Stream.dossier(dossier))).get(Stream.dossier(dossier)).stream()
                .map(StoredEvent::event)
                .map(event -> event.textHashes())
                .toList();
    }

    private interface Row<T> {
        T of(java.sql.ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(String sql, Row<T> row) throws SQLException {
        var all = new ArrayList<T>();
        try (var connection = database.connectAs(database.application());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) all.add(row.of(rows));
        }
        return all;
    }
}
