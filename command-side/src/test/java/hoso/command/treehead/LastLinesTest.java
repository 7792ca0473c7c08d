package hoso.command.treehead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {

    @TempDir
    private Path folder;

    @Test
    void the_last_line_that_is_asked_for_is_found_however_far_from_the_end() throws Exception {
        var chance = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < 3_000; number++) lines.add(number + " " + "x".repeat(chance.nextInt(900)));
        Path file = folder.resolve("heads.ndjson");
        Files.writeString(file, String.join("\n", lines) + "\ntorn by a cra");
        for (int number = 2_999; number >= 0; number -= 1 + chance.nextInt(60)) {
            String begins = number + " ";
            assertThat(LastLines.last(file, line -> line.startsWith(begins))).hasValue(lines.get(number));
        }
        assertThat(LastLines.last(file, line -> true)).hasValue(lines.getLast());
        List<String> visited = new ArrayList<>();
        assertThat(LastLines.last(file, line -> !visited.add(line))).isEmpty();
        assertThat(visited.reversed()).isEqualTo(lines);
    }

    @Test
    void a_file_that_is_empty_or_not_there_has_none() throws Exception {
        assertThat(LastLines.last(folder.resolve("none"), line -> true)).isEmpty();
        assertThat(LastLines.last(Files.createFile(folder.resolve("empty")), line -> true))
                .isEmpty();
        assertThat(LastLines.last(Files.writeString(folder.resolve("torn"), "torn"), line -> true))
                .isEmpty();
    }
}
