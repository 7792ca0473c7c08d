package hoso.standalone.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a signal at the terminal does to a house in a process of its own. */
class SignalTest {

    /** 128 + SIGTERM. */
    private static final int TERMINATED = 143;

    @Test
    void a_termination_closes_the_house_and_then_postgresql() throws Exception {
        try (var folder = SearchableFolder.make()) {
            var launched = launch(folder.path());
            var out = launched.inputReader();
            var server = Long.parseLong(firstLine(out).split(" ")[1]);
            assertThat(ProcessHandle.of(server)).isPresent();

            // Process.destroy would close our end of its output too
            launched.toHandle().destroy();

            assertThat(out.readLine()).isEqualTo("closed, PostgreSQL runs: true");
            assertThat(launched.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(launched.exitValue()).isEqualTo(TERMINATED);
            assertThat(ProcessHandle.of(server)).isEmpty();
        }
    }

    private static String firstLine(BufferedReader out) throws Exception {
        var line = out.readLine();
        assertThat(line).as("the first line of the launched house").startsWith("opened ");
        return line;
    }

    private static Process launch(Path folder) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaunchedAlone.class.getName(),
                        "--port=0",
                        "--data=" + folder.resolve("data"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
