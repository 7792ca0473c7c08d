package hoso.bench.rows;

import hoso.bench.house.LaunchedServer;
import hoso.bench.house.Questions;
import hoso.bench.table.Measure;
import hoso.bench.table.Row;
import hoso.bench.table.Table;
import hoso.bench.world.Offices;
import hoso.bench.world.World;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.IntFunction;

/** Questions to a server whose books are complete: each a month of its own. */
final class ReportRows {

    private static final int WARM_UPS = 60;
    private static final int ASKED = 200;
    private static final int MONTHS = 11;
    private static final long AGO = 100_000;

    private final Order order;
    private final LaunchedServer server;
    private final World world;
    private final Questions questions;

    ReportRows(Order order, LaunchedServer server, World world) {
        this.order = order;
        this.server = server;
        this.world = world;
        this.questions = new Questions(server, order.times(WARM_UPS), order.times(ASKED));
    }

    /** The p50 of the root, by unit, in milliseconds. */
    double rootByUnit() throws IOException {
        return p50(nth -> month(Offices.ROOT, nth) + "&by=unit");
    }

    void reports(Table table, double few) throws IOException {
        double root = rootByUnit();
        table.add(row("report at the root by=unit, " + count(order.dossiers()) + " dossiers, p50", 20, 4, root));
        table.add(new Row(
                "the same against " + count(order.fewDossiers()),
                Measure.TIMES,
                2,
                1,
                root / few,
                Measure.MILLIS.show(few)));
        table.add(row("by=procedure", 100, 20, p50(nth -> month(Offices.ROOT, nth) + "&by=procedure")));
        table.add(row("in a tree of another date", 500, 200, p50(nth -> month(Offices.ROOT, nth) + otherTree(nth))));
        table.add(row("with an at in mid-day", 100, 20, p50(this::cutInMidDay)));
        table.add(row("as of 100,000 events ago", 300, 100, rootAsOf(Math.min(AGO, world.events() / 2))));
        table.add(row("as of half of all events ago", 300, 100, rootAsOf(world.events() / 2)));
        table.add(row("a leaf", 3, 1, p50(nth -> month(Offices.leaf(), nth) + "&by=unit")));
    }

    private double rootAsOf(long eventsAgo) throws IOException {
        long position = server.ask("/api/v1/status").get("head").longValue() - eventsAgo;
        return p50(nth -> month(Offices.ROOT, nth) + "&by=unit&asOf=" + position);
    }

    void history(Table table) throws IOException {
        table.add(row(
                "a dossier's history",
                5,
                0.3,
                p50(nth -> "/api/v1/dossiers/" + world.id(7_919L * nth % world.dossiers()) + "/history")));
    }

    private Row row(String name, double floor, double aim, double reached) {
        return new Row(name, Measure.MILLIS, floor, aim, reached, "");
    }

    private double p50(IntFunction<String> path) throws IOException {
        Progress.say("asking " + path.apply(0));
        return questions.ask(path).percentile(50);
    }

    private String month(String unit, int nth) {
        LocalDate from = world.firstDay().plusMonths(nth % MONTHS);
        return "/api/v1/report?unit=" + unit + "&from=" + from + "&to="
                + from.plusMonths(1).minusDays(1);
    }

    /** The tree before the moves for a month after them, and the other way round. */
    private String otherTree(int nth) {
        LocalDate from = world.firstDay().plusMonths(nth % MONTHS);
        LocalDate tree = from.isBefore(world.moveDay())
                ? world.moveDay().plusDays(60)
                : world.moveDay().minusDays(60);
        return "&by=unit&tree=" + tree;
    }

    /** A period that has not ended, cut at noon of a day full of events. */
    private String cutInMidDay(int nth) {
        LocalDate cut = order.today().minusDays(25 + nth % 10);
        return "/api/v1/report?unit=" + Offices.ROOT + "&from=" + cut.minusDays(20) + "&to=" + order.today()
                + "&by=unit&at=" + cut + "T12:00:00%2B07:00";
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
