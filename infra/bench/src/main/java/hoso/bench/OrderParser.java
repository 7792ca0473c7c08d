package hoso.bench;

import hoso.bench.rows.Order;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** Reads the command line. */
final class OrderParser {

    static final String HELP = """
            Usage: infra/bench/run [options]     measure the product, and print a table

              --events N           events of the intake, and of a backlog in or out over Kafka (default 1,000,000)
              --dossiers N         dossiers, of six events each, that reports are asked of (default 1,000,000)
              --rebuild-events N   events that a rebuild reads (default those of the dossiers; the row is for 10,000,000)
              --only ROW[,ROW]     intake, single, bytes; over Kafka inbound, outbound, landing, lag;
                                   projection, report, history, account, replay, rebuild; scrape, desk
              --quick              small and short: to see that it runs
              --data DIR           keep what is made in this folder, and take what an earlier run filled there
              --help               print this
            """;

    private static final long MILLION = 1_000_000;
    private static final long QUICK_EVENTS = 60_000;
    private static final long QUICK_DOSSIERS = 20_000;

    /**
     * What was asked.
     *
     * @param keep whether the folder was named, and is to stay
     */
    record Parsed(Order order, boolean keep, boolean help) {}

    private final Set<String> rows = new HashSet<>();
    private long events = MILLION;
    private long dossiers = MILLION;
    private long rebuildEvents;
    private boolean quick;
    private boolean keep;
    private boolean help;
    private Path data = Path.of(
            System.getProperty("java.io.tmpdir"),
            "hoso-bench-" + ProcessHandle.current().pid());

    private OrderParser() {}

    static Parsed parse(String... words) {
        var parser = new OrderParser();
        for (Iterator<String> rest = Arrays.asList(words).iterator(); rest.hasNext(); ) parser.take(rest.next(), rest);
        return parser.parsed();
    }

    private void take(String option, Iterator<String> rest) {
        switch (option) {
            case "--events" -> events = number(option, rest);
            case "--dossiers" -> dossiers = number(option, rest);
            case "--rebuild-events" -> rebuildEvents = number(option, rest);
            case "--only" -> rows.addAll(Arrays.asList(value(option, rest).split(",")));
            case "--quick" -> quick = true;
            case "--help", "-h" -> help = true;
            case "--data" -> {
                data = Path.of(value(option, rest)).toAbsolutePath();
                keep = true;
            }
            default -> throw new IllegalArgumentException("there is no option " + option);
        }
    }

    private Parsed parsed() {
        for (String row : rows)
            if (!Order.ROWS.contains(row)) throw new IllegalArgumentException("there is no row " + row);
        long taken = quick && events == MILLION ? QUICK_EVENTS : events;
        long asked = quick && dossiers == MILLION ? QUICK_DOSSIERS : dossiers;
        Path root =
                Path.of(System.getProperty("hoso.root", ".")).toAbsolutePath().normalize();
        var order =
                new Order(root, data, rows, taken, asked, rebuildEvents, quick, LocalDate.now(ZoneId.systemDefault()));
        return new Parsed(order, keep, help);
    }

    private static long number(String option, Iterator<String> rest) {
        String text = value(option, rest).replace(",", "").replace("_", "");
        if (!text.matches("[1-9]\\d{0,11}")) throw new IllegalArgumentException(option + " needs a number");
        return Long.parseLong(text);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) throw new IllegalArgumentException(option + " needs a value");
        return rest.next();
    }
}
