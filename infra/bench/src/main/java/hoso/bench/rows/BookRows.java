package hoso.bench.rows;

import hoso.bench.fill.Rebuilding;
import hoso.bench.fill.StoppedHouse;
import hoso.bench.fill.StoreFiller;
import hoso.bench.house.Computed;
import hoso.bench.house.LaunchedServer;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** What the books do: made from a backlog, asked, and made anew. */
public final class BookRows {

    /** Dossiers that only a rebuild reads are numbered apart. */
    private static final long MORE_FROM = 20_000_000;

    private final Order order;
    private final Table table;

    private BookRows(Order order, Table table) {
        this.order = order;
        this.table = table;
    }

    public static void run(Order order, Table table) throws Exception {
        var rows = new BookRows(order, table);
        boolean asked =
                order.wants("report") || order.wants("history") || order.wants("account") || order.wants("replay");
        double few = order.wants("report") ? rows.askedOfFew() : 0;
        if (asked || order.wants("projection") || order.wants("rebuild")) rows.large(few);
    }

    private double askedOfFew() throws Exception {
        var world = new World(order.fewDossiers(), order.today());
        Path data = filled("few", world);
        try (var server = LaunchedServer.start(order.root(), data)) {
            server.awaitProjected(world.events());
            return new ReportRows(order, server, world).rootByUnit();
        }
    }

    private void large(double few) throws Exception {
        var world = new World(order.dossiers(), order.today());
        Path data = filled("large", world);
        try (var server = LaunchedServer.start(order.root(), data)) {
            project(server);
            var reports = new ReportRows(order, server, world);
            if (order.wants("report")) reports.reports(table, few);
            if (order.wants("history")) reports.history(table);
            if (order.wants("account")) new AccountRows(order, server).run(table);
            if (order.wants("replay")) new SnapshotRows(order, server).run(table);
        }
        if (order.wants("rebuild")) rebuild(data, world);
    }

    /** A data folder whose store holds a world and whose books are empty. */
    private Path filled(String name, World world) throws Exception {
        Path data = new FilledStore(order).of(name, world);
        emptyBooks(data);
        return data;
    }

    private static void emptyBooks(Path data) throws SQLException {
        try (var house = StoppedHouse.open(data);
                var connection = house.owner();
                var statement = connection.createStatement()) {
            // what migrates the books makes all of them
            statement.execute("DROP SCHEMA IF EXISTS books, landing, snapshot, reading, proof, board, hoso_bi CASCADE");
        }
    }

    private void project(LaunchedServer server) throws IOException, InterruptedException {
        var status = server.status();
        long head = status.get("head").longValue();
        long from = status.get("projected").longValue();
        Computed before = server.computed();
        Progress.say("projecting a backlog of " + (head - from) + " events");
        double seconds = server.awaitProjected(head).toMillis() / 1e3;
        String computed = server.computed().since(before).of(head - from);
        if (order.wants("projection"))
            table.add(new Row(
                    String.format(Locale.ROOT, "projection, a backlog of %,d events", head - from),
                    Measure.EVENTS_A_SECOND,
                    60_000,
                    160_000,
                    (head - from) / seconds,
                    String.format(Locale.ROOT, "%s; peak %,d MB resident", computed, server.peakMegabytes())));
    }

    private void rebuild(Path data, World world) throws Exception {
        try (var house = StoppedHouse.open(data)) {
            long more = order.rebuildEvents() - world.events();
            if (more > 0) {
                Progress.say("filling the store with " + more + " events more");
                StoreFiller.fill(house, new World(more / 6, order.today(), MORE_FROM));
            }
            Progress.say("rebuilding the books");
            var took = Rebuilding.run(house);
            double seconds = took.built().toMillis() / 1e3;
            table.add(new Row(
                    String.format(Locale.ROOT, "rebuild of %,d events", took.events()),
                    Measure.EVENTS_A_SECOND,
                    150_000,
                    300_000,
                    took.events() / seconds,
                    String.format(
                            Locale.ROOT,
                            "%.1f s, and %.1f s to compare with the live books and switch; %s",
                            seconds,
                            took.live().toMillis() / 1e3 - seconds,
                            took.computed().of(took.events()))));
        }
    }
}
