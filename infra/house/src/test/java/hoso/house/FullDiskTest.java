package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk of a few hundred megabytes in memory, which is soon full. */
class FullDiskTest {

    /** A new cluster with its log takes some 100. */
    private static final int DISK_MB = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FULL_MAX = 10_000;

    private HouseFolder disk;
    private HouseProcess process;
    private HouseClient house;

    @BeforeEach
    void mount() throws Exception {
        disk = HouseFolder.make();
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MB + "m,mode=755", "tmpfs", "" + disk.path()) == 0,
                "only who may mount can make a small disk");
    }

    @AfterEach
    void unmount() throws Exception {
        if (process != null) process.close();
        run("umount", "" + disk.path());
        disk.close();
    }

    private static int run(String... line) throws Exception {
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void while_the_disk_is_full_events_are_answered_503_and_what_was_taken_is_there_when_there_is_room_again()
            throws Exception {
        var data = Files.createDirectory(disk.path().resolve("data"));
        data.toFile().setExecutable(true, false);
        process = HouseProcess.launched(data).started();
        house = HouseClient.of(() -> process.base(), data);
        var taken = new ArrayList<>(Lives.reference());
        assertThat(house.stream(taken).number("accepted")).isEqualTo(taken.size());

        assertThat(house.metric("hoso_disk_size_bytes{folder=\"postgres\"}")).isEqualTo((double) (DISK_MB << 20));
        double free = house.metric("hoso_disk_free_bytes{folder=\"postgres\"}");

        var filler = fill();
        assertThat(house.metric("hoso_disk_free_bytes{folder=\"postgres\"}")).isLessThan(free / 10);
        var refused = publishUntilRefused(taken);
        for (int time = 1; time <= 3; time++)
            assertThat(house.one(refused).isUnavailable()).isTrue();

        process.kill();
        var again = HouseProcess.launched(data);
        assertThat(again.exitCode()).isNotZero();
        assertThat(again.log().lines().filter(line -> line.startsWith("hoso: ")))
                .singleElement()
                .asString()
                .contains("the disk is full");

        Files.delete(filler);
        process = HouseProcess.launched(data).started();
        await().atMost(PATIENCE).until(house::isReady);
        assertThat(house.stream(taken).number("duplicates")).isEqualTo(taken.size());
        assertThat(house.one(refused).status()).isEqualTo(200);
        StoredLog.of(data);
    }

    private Path fill() throws IOException {
        var filler = disk.path().resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            var block = new byte[64 * 1024];
            while (true) out.write(block);
        } catch (IOException full) {
            return filler;
        }
    }

    /** The line that no more found room. */
    private String publishUntilRefused(List<String> taken) throws IOException {
        for (int dossier = 0; dossier < FULL_MAX; dossier++) {
            var lines = Lives.dossier("full." + dossier);
            for (var line : lines) {
                var answer = house.one(line);
                if (answer.isUnavailable()) return line;
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                taken.add(line);
            }
        }
        throw new AssertionError("the disk never was full");
    }
}
