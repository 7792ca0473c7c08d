package hoso.command.aggregate;

import hoso.command.judgement.Submission;
import hoso.command.reference.ReferenceBook;
import hoso.command.store.EventStore;
import hoso.command.store.StoreSettings;
import hoso.command.store.WriterListener;
import hoso.event.wire.CloudEventReader;
import hoso.testkit.database.TestDatabase;
import hoso.vocabulary.UnitRights;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A judging house on a real store that knows one unit and one procedure. */
final class JudgingHouse implements AutoCloseable {

    /** Events before any test's own. */
    static final int EVENTS = 2;

    private static final JsonMapper JSON = new JsonMapper();
    private static final long CACHED_EVENTS = 10_000;

    private final TestDatabase database = TestDatabase.fresh();
    private final AtomicInteger decisions = new AtomicInteger();
    private final EventStore store;
    private final Judging judging;

    JudgingHouse() {
        this(CACHED_EVENTS);
    }

    JudgingHouse(long cachedEvents) {
        var references = new ReferenceBook();
        store = new EventStore(StoreSettings.of(
                database.jdbcUrl(),
                new StoreSettings.Login(
                        database.application().user(), database.application().password()),
                new StoreSettings.Login(
                        database.owner().user(), database.owner().password())));
        store.onCommitted(references::committed);
        store.onWriterChange(new WriterListener() {
            @Override
            public void became() {
                references.reload(store.referenceEvents());
            }

            @Override
            public void lost() {}
        });
        try {
            store.open();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        judging = new Judging(store, references, new CountingClock(), cachedEvents);
        judging.judge(List.of(
                item(
                        "hoso.unit.registered.v1",
                        "H20",
                        "unit",
                        "{\"name\":\"Tỉnh\",\"level\":\"PROVINCE\",\"validFrom\":\"2020-01-01\"}"),
                item("hoso.procedure.published.v1", "1.000001", "procedure", """
                        {"name":"Cấp phép","field":"Xây dựng","onlineLevel":"FULL",
                         "processing":{"kind":"WORKING_DAYS","amount":5},"validFrom":"2020-01-01"}""")));
        decisions.set(0);
    }

    Judging judging() {
        return judging;
    }

    EventStore store() {
        return store;
    }

    /** How many chunks have been judged, the same one again included. */
    int decisions() {
        return decisions.get();
    }

    /** A connection that may lock the store's tables. */
    Connection owner() throws SQLException {
        return database.connectAs(database.owner());
    }

    /** Ends the connection of the writer, whatever it is doing. */
    void cutWriterOff() throws SQLException {
        try (Connection superuser = database.connect();
                var statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'hoso writer' AND datname = '" + database.name() + "'");
        }
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }

    static Judging.Item received(String dossier) {
        return item(
                "hoso.dossier.received.v1",
                dossier,
                "receipt",
                "{\"unit\":\"H20\",\"procedure\":\"1.000001\",\"channel\":\"DIRECT\"}");
    }

    static Judging.Item notified(String dossier, String id) {
        return item("hoso.dossier.notified.v1", dossier, id, "{\"by\":\"SMS\",\"about\":\"RESULT\"}");
    }

    static Judging.Item commune(String code) {
        return item(
                "hoso.unit.registered.v1",
                code,
                "unit",
                "{\"name\":\"Xã\",\"level\":\"COMMUNE\",\"parent\":\"H20\",\"validFrom\":\"2020-01-01\"}");
    }

    static Judging.Item item(String type, String subject, String id, String data) {
        var publication = CloudEventReader.read(JSON.readTree("""
                {"specversion":"1.0","id":"%s","source":"urn:hoso:test","type":"%s","subject":"%s",
                 "time":"2024-03-01T09:00:00+07:00","data":%s}""".formatted(id, type, subject, data)));
        return new Judging.Item(new Submission(publication, "publisher", UnitRights.ALL, Map.of()), Map.of());
    }

    /** It is asked once for each chunk that is judged. */
    private final class CountingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            decisions.incrementAndGet();
            return Instant.now();
        }
    }
}
