package hoso.bench.table;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What the figures depend on. */
public final class Machine {

    private static final String SETTINGS = """
            SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)
                || ', fsync ' || current_setting('fsync')
                || ', synchronous_commit ' || current_setting('synchronous_commit')
                || ', full_page_writes ' || current_setting('full_page_writes')
                || ', shared_buffers ' || current_setting('shared_buffers')""";

    private Machine() {}

    /** The machine, the JVM and how busy others keep it. */
    public static String facts() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %s %s, Java %s, load %.1f at the start",
                system.getAvailableProcessors(),
                processor(),
                system.getName(),
                system.getArch(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }

    /** The database and what makes its commits durable. */
    public static String database(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SETTINGS)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String processor() {
        try {
            return Files.readString(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException elsewhere) {
            return "unknown";
        }
    }
}
