package hoso.postgres;

import hoso.process.ServerUnavailable;
import java.nio.file.Path;

/** The main class of a second JVM: starts a server, writes a row, says so, and waits to be killed. */
final class StartedByAnother {

    private StartedByAnother() {}

    public static void main(String[] arguments) throws Exception {
        try {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Settings.standard());
            Sql.run(postgres, "CREATE TABLE IF NOT EXISTS written (by bigint)");
            Sql.run(
                    postgres,
                    "INSERT INTO written VALUES (" + ProcessHandle.current().pid() + ")");
            System.out.println("server " + postgres.postmaster().pid());
            Thread.sleep(60_000);
        } catch (ServerUnavailable e) {
            System.out.println("unavailable: " + e.getMessage());
        }
    }

    /** Starts that JVM on the folder. */
    static Process on(Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedByAnother.class.getName(),
                        "" + folder)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    static String firstLine(Process process) throws Exception {
        return process.inputReader().readLine();
    }
}
