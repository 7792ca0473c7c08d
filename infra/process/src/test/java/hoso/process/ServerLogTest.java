package hoso.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    Path folder;

    @Test
    void a_log_that_has_grown_large_is_begun_anew_under_its_writer_and_kept_beside() throws Exception {
        var log = new ServerLog(folder.resolve("log"));
        log.prepare();
        try (var server = new FileOutputStream(log.file().toFile(), true)) {
            server.write("first\n".getBytes());
            log.bound();
            assertThat(log.since(0)).isEqualTo("first\n");

            server.write(new byte[8 << 20]);
            log.bound();
            assertThat(log.length()).isZero();
            assertThat(Files.size(folder.resolve("log.1"))).isEqualTo((8 << 20) + 6);
            server.write("later\n".getBytes());
        }
        assertThat(log.since(0)).isEqualTo("later\n");
    }
}
