package hoso.bench.rows;

import hoso.bench.house.BoardTimes;
import hoso.bench.house.Computed;
import hoso.bench.house.Latencies;
import hoso.bench.house.LaunchedServer;
import hoso.bench.house.NdjsonFile;
import hoso.bench.house.Scraper;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.CrowdedProvince;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a scrape costs, and making what it shows, where as many units have series as may. */
public final class ScrapeRows {

    private static final int UNITS_SHOWN = 900;

    private static final Map<String, String> WORST =
            Map.of("HOSO_BOARDS_DEPTH", "20", "HOSO_BOARDS_UNITS", "" + UNITS_SHOWN);

    private static final int DOSSIERS = 40_000;

    /** With their other events some two hundred a second: twice what the offices of a country publish in their hours. */
    private static final int DOSSIERS_A_SECOND = 100;

    private static final int WARM_UPS = 100;
    private static final int SCRAPES = 400;
    private static final int BOARDS = 8;
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Order order;
    private final Table table;
    private final CrowdedProvince province;
    private final LaunchedServer server;
    private final Scraper scraper;

    private ScrapeRows(Order order, Table table, LaunchedServer server) {
        this.order = order;
        this.table = table;
        this.province = new CrowdedProvince(order.today());
        this.server = server;
        this.scraper = new Scraper(server);
    }

    public static void run(Order order, Table table) throws Exception {
        if (!order.wants("scrape")) return;
        try (var server = LaunchedServer.start(order.root(), order.emptied("scrape"), WORST)) {
            new ScrapeRows(order, table, server).run();
        }
    }

    private void run() throws Exception {
        Progress.say(
                "publishing " + CrowdedProvince.UNITS + " units and " + CrowdedProvince.PROCEDURES + " procedures");
        NdjsonFile.send(server, province.referenceLines());
        long newest = NdjsonFile.send(server, province.dossierLines(0, DOSSIERS))
                .get("lastPosition")
                .longValue();
        server.awaitProjected(newest);
        awaitShown();
        scrapes();
        boards();
    }

    private void awaitShown() throws IOException, InterruptedException {
        while (scraper.values("hoso_board_units_left_out").getFirst() != CrowdedProvince.UNITS - UNITS_SHOWN)
            Thread.sleep(LOOK_EVERY_MILLIS);
    }

    private void scrapes() throws IOException {
        Progress.say("scraping");
        var plain = scraper.scrape(false, order.times(WARM_UPS), order.times(SCRAPES));
        Computed before = server.computed();
        var asked = scraper.scrape(true, 0, order.times(SCRAPES));
        double computed = server.computed().since(before).server().toNanos() / 1e6 / order.times(SCRAPES);
        table.add(new Row(
                String.format(Locale.ROOT, "scrape, %,d of %,d units shown, p99", UNITS_SHOWN, CrowdedProvince.UNITS),
                Measure.MILLIS,
                200,
                50,
                asked.latencies().percentile(99),
                String.format(
                        Locale.ROOT,
                        "p50 %.1f ms, %.1f of the server; %,d kB%s; plain p50 %.1f, p99 %.1f, %,d kB",
                        asked.latencies().percentile(50),
                        computed,
                        asked.bytes() / 1_000,
                        asked.compressed() ? " of gzip" : ", not compressed",
                        plain.latencies().percentile(50),
                        plain.latencies().percentile(99),
                        plain.bytes() / 1_000)));
        table.add(new Row("its series", Measure.SERIES, 20_000, 20_000, asked.series(), ""));
    }

    private void boards() throws Exception {
        Progress.say("watching boards, while nothing is published");
        Latencies idle = watched();
        Progress.say("watching boards, while dossiers come");
        Latencies moving = whilePublishing(this::watched);
        table.add(new Row(
                "making what they show, every ten seconds, p50",
                Measure.MILLIS,
                1_000,
                250,
                idle.percentile(50),
                String.format(
                        Locale.ROOT,
                        "%.0f while %d dossiers come each second",
                        moving.percentile(50),
                        DOSSIERS_A_SECOND)));
    }

    private Latencies watched() throws IOException, InterruptedException {
        return BoardTimes.watch(scraper, order.quick() ? 2 : BOARDS);
    }

    private <T> T whilePublishing(Callable<T> task) throws Exception {
        var enough = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var publishing = threads.submit(() -> {
                for (int from = DOSSIERS; !enough.get(); from += DOSSIERS_A_SECOND) {
                    NdjsonFile.send(server, province.dossierLines(from, from + DOSSIERS_A_SECOND));
                    Thread.sleep(1_000);
                }
                return null;
            });
            try {
                return task.call();
            } finally {
                enough.set(true);
                publishing.get();
            }
        }
    }
}
