package hoso.bench;

import hoso.bench.rows.BookRows;
import hoso.bench.rows.DeskRows;
import hoso.bench.rows.DoorRows;
import hoso.bench.rows.KafkaRows;
import hoso.bench.rows.Order;
import hoso.bench.rows.Progress;
import hoso.bench.rows.ScrapeRows;
import hoso.bench.table.Machine;
import hoso.bench.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Runs the rows asked for and prints the table. */
public final class Bench {

    private Bench() {}

    public static void main(String[] words) throws Exception {
        OrderParser.Parsed parsed;
        try {
            parsed = OrderParser.parse(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench: " + wrong.getMessage() + "; see --help");
            System.exit(64); // EX_USAGE of sysexits.h
            return;
        }
        if (parsed.help()) {
            System.out.print(OrderParser.HELP);
            return;
        }
        run(parsed.order(), parsed.keep());
    }

    private static void run(Order order, boolean keep) throws Exception {
        // a query side that runs in this JVM has a web server that logs its own way: on standard output
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Files.createDirectories(order.data());
        // PostgreSQL, which never runs as root, passes through to its own folder
        Files.setPosixFilePermissions(order.data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        var table = new Table();
        String facts = Machine.facts();
        try {
            DoorRows.run(order, table);
            KafkaRows.run(order, table);
            BookRows.run(order, table);
            ScrapeRows.run(order, table);
            DeskRows.run(order, table);
        } finally {
            Progress.say(facts);
            System.out.println(table);
            if (!keep) delete(order.data());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
