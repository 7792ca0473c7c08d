package hoso.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.process.Command;
import hoso.process.ServerUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {

    @TempDir
    Path folder;

    @Test
    void instances_that_unpack_at_once_share_one_whole_copy() throws Exception {
        Files.createDirectories(folder.resolve("postgresql-of-a-crash.scratch"));
        Callable<Binaries> unpack = () -> Binaries.in(List.of(folder));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var copies =
                    threads.invokeAll(Stream.generate(() -> unpack).limit(3).toList());
            var first = copies.getFirst().get();
            for (var copy : copies) {
                assertThat(copy.get()).isEqualTo(first);
            }
            var version = Command.run(
                    List.of(first.program("postgres").toString(), "--version"), folder, Duration.ofSeconds(10));
            assertThat(version.output()).startsWith("postgres (PostgreSQL) 18.");
        }
    }

    @Test
    void a_folder_that_takes_nothing_is_passed_over_for_the_next_and_else_named() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        var next = folder.resolve("next");
        assertThat(Binaries.in(List.of(file, next)).home()).hasParent(next);
        assertThatThrownBy(() -> Binaries.in(List.of(file)))
                .isInstanceOf(ServerUnavailable.class)
                .hasMessage("cannot unpack PostgreSQL's binaries into " + file + ": it is not a folder");
    }
}
