package hoso.command.aggregate;

import hoso.command.judgement.Submission;
import hoso.command.reference.ReferenceBook;
import hoso.command.store.EventStore;
import hoso.command.store.StoreSettings;
import hoso.event.wire.CloudEventReader;
import hoso.testkit.database.TestDatabase;
import hoso.vocabulary.UnitRights;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A judging house on a real store that knows one unit and one procedure. */
public final class JudgingHouse implements AutoCloseable {

    /** Events before any test's own. */
    public static final int EVENTS = 2;

    private static final JsonMapper JSON = new JsonMapper();
    private static final long CACHED_EVENTS = 10_000;

    private final TestDatabase database;
    private final AtomicInteger decisions = new AtomicInteger();
    private final EventStore store;
    private final Judging judging;

    public JudgingHouse() {
        this(CACHED_EVENTS);
    }

    public JudgingHouse(long cachedEvents) {
        this(TestDatabase.fresh(), cachedEvents);
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

    private JudgingHouse(TestDatabase database, long cachedEvents) {
        this.database = database;
        var references = new ReferenceBook();
        store = new EventStore(StoreSettings.of(
                database.jdbcUrl(),
                new StoreSettings.Login(
                        database.application().user(), database.application().password()),
                new StoreSettings.Login(
                        database.owner().user(), database.owner().password())));
        store.onCommitted(references::committed);
        store.onWriterChange(() -> references.reload(store.referenceEvents()));
        try {
            store.open();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        judging = new Judging(store, references, this::now, cachedEvents);
    }

    /** Another instance on the same store, which stands by while this one writes; to be closed before this one. */
    public JudgingHouse beside() {
        return new JudgingHouse(database, CACHED_EVENTS);
    }

    public Judging judging() {
        return judging;
    }

    public EventStore store() {
        return store;
    }

    /** How many chunks have been judged, the same one again included. */
    public int decisions() {
        return decisions.get();
    }

    /** Asked once for each chunk that is judged. */
    private Instant now() {
        decisions.incrementAndGet();
        return Instant.now();
    }

    /** A connection that may lock the store's tables. */
    public Connection owner() throws SQLException {
        return database.connectAs(database.owner());
    }

    /** A connection that keeps everything from being stored until it rolls back, and nothing from being read. */
    public Connection storingHeld() throws SQLException {
        Connection owner = database.connectAs(database.owner());
        owner.setAutoCommit(false);
        try (var statement = owner.createStatement()) {
            statement.execute("LOCK TABLE store.event IN EXCLUSIVE MODE");
        }
        return owner;
    }

    /** Whether the writer has something to store and is kept from it. */
    public boolean isWriterHeld() throws SQLException {
        try (Connection superuser = database.connect();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'hoso writer'"
                                + " AND datname = '" + database.name() + "' AND wait_event_type = 'Lock'")) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    /** Ends the connection of the writer, whatever it is doing. */
    public void cutWriterOff() throws SQLException {
        try (Connection superuser = database.connect();
                var statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'hoso writer' AND datname = '" + database.name() + "'");
        }
    }

    /** From now on nobody is connected to the database, nor can be, until it is {@link #back}. */
    public void away() throws SQLException {
        database("ALLOW_CONNECTIONS false");
        elsewhere("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database.name() + "'");
    }

    public void back() throws SQLException {
        database("ALLOW_CONNECTIONS true");
    }

    private void database(String change) throws SQLException {
        elsewhere("ALTER DATABASE " + database.name() + " " + change);
    }

    private static void elsewhere(String sql) throws SQLException {
        var server = TestDatabase.server();
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), server.ownerUser(), server.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets another instance write; the events stay. */
    public void leave() {
        store.close();
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }

    public static Judging.Item received(String dossier) {
        return received(dossier, "H20");
    }

    public static Judging.Item received(String dossier, String unit) {
        return item(
                "hoso.dossier.received.v1",
                dossier,
                "receipt",
                "{\"unit\":\"" + unit + "\",\"procedure\":\"1.000001\",\"channel\":\"DIRECT\"}");
    }

    public static Judging.Item notified(String dossier, String id) {
        return item("hoso.dossier.notified.v1", dossier, id, "{\"by\":\"SMS\",\"about\":\"RESULT\"}");
    }

    public static Judging.Item commune(String code) {
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
}
