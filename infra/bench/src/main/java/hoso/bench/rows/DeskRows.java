package hoso.bench.rows;

import hoso.bench.house.DeskVisitor;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.CrowdedProvince;
import java.util.Locale;

/** How soon pages of the desk come where there are as many units and procedures as a large province has. */
public final class DeskRows {

    private static final int DOSSIERS = 40_000;
    private static final int WARM_UPS = 40;
    private static final int TIMES = 200;
    private static final int FLOOR_MILLIS = 200;
    private static final int AIM_MILLIS = 50;

    private final Order order;
    private final Table table;
    private final DeskVisitor visitor;
    private final String month;

    private DeskRows(Order order, Table table, DeskVisitor visitor) {
        this.order = order;
        this.table = table;
        this.visitor = visitor;
        this.month =
                "&from=" + order.today().minusDays(30) + "&to=" + order.today().minusDays(1);
    }

    public static void run(Order order, Table table) throws Exception {
        if (!order.wants("desk")) return;
        var province = new CrowdedProvince(order.today());
        try (var server = LaunchedServer.start(order.root(), order.emptied("desk"))) {
            Progress.say("publishing " + CrowdedProvince.UNITS + " units and " + CrowdedProvince.PROCEDURES
                    + " procedures, and " + DOSSIERS + " dossiers");
            NdjsonFile.send(server, province.referenceLines());
            server.awaitProjected(NdjsonFile.send(server, province.dossierLines(0, DOSSIERS))
                    .get("lastPosition")
                    .longValue());
            try (DeskVisitor visitor = server.deskVisitor()) {
                new DeskRows(order, table, visitor).run();
            }
        }
    }

    private void run() throws Exception {
        String report = "/bao-cao?unit=" + CrowdedProvince.ROOT + month;
        row("page of the report by unit, first byte, p99", report + "&by=unit");
        row("page of the report by procedure, 250 of 2,000", report + "&by=procedure&phan=7");
        row("choosing among 5,000 units by name", "/don-vi?trang=/bao-cao&tim=" + CrowdedProvince.ROOT + ".4999");
        row("page of a dossier", "/ho-so/N1-%d");
    }

    /** @param path with a place for a number, where each page is another one */
    private void row(String name, String path) throws Exception {
        Progress.say(name);
        var opened = visitor.open(
                order.times(WARM_UPS), order.times(TIMES), nth -> String.format(Locale.ROOT, path, nth % DOSSIERS));
        table.add(new Row(
                name,
                Measure.MILLIS,
                FLOOR_MILLIS,
                AIM_MILLIS,
                opened.firstByte().percentile(99),
                String.format(
                        Locale.ROOT,
                        "p50 %.1f ms; %,d kB",
                        opened.firstByte().percentile(50),
                        opened.bytes() / 1_000)));
    }
}
