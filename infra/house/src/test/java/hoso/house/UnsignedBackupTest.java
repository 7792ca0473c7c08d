package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backup that ends beyond the last signed head. */
class UnsignedBackupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Instant LATER = Instant.parse("2025-06-02T02:00:00Z");

    private HouseFolder data;
    private HouseFolder files;

    @BeforeEach
    void make() throws Exception {
        data = HouseFolder.make();
        files = HouseFolder.make();
    }

    @AfterEach
    void delete() throws Exception {
        data.close();
        files.close();
    }

    @Test
    void it_has_the_order_that_emptied_its_texts_and_the_next_has_the_head_that_was_signed_at_its_end()
            throws Exception {
        Path full = files.path().resolve("full.zip");
        Path more = files.path().resolve("more.zip");
        long last;
        try (var process = HouseProcess.launchedWith(data.path(), Map.of("hoso.heads.every", "1h"))
                .started()) {
            var house = house(process, data.path());
            last = house.publish(erased("first"));
            assertThat(house.signed()).isLessThan(last);
            assertThat(Backups.take(data.path(), full, 0)).contains("positions 1 to %,d, ".formatted(last));
            process.kill();
        }
        try (var process = HouseProcess.launched(data.path()).started()) {
            var house = house(process, data.path());
            await().atMost(PATIENCE).until(() -> house.signed() == last);
            house.freeze();
            long newest = house.publish(Lives.dossier("second"));
            await().atMost(PATIENCE).until(() -> house.signed() == newest);
        }
        assertThat(Backups.take(data.path(), more, last)).contains("positions %,d to".formatted(last + 1));
        assertRestored(full);
        assertRestored(full, more);
    }

    private static HouseClient house(HouseProcess process, Path folder) throws Exception {
        var house = HouseClient.of(process, folder);
        await().atMost(PATIENCE).until(house::isReady);
        return house;
    }

    /** A dossier with a text that is empty at once. */
    private static List<String> erased(String dossier) {
        List<String> lines = new ArrayList<>(Lives.reference());
        lines.add(Lives.receipt(dossier));
        lines.add(Lives.event(dossier, "s", "dossier.suspended", LATER, "{\"reason\":\"bí mật của ông An\"}"));
        lines.add(Lives.event(dossier, "e", "dossier.texts-erased", LATER, "{\"authority\":\"QĐ 1/QĐ-UBND\"}"));
        return lines;
    }

    private static void assertRestored(Path... backups) throws Exception {
        try (var restored = HouseFolder.make()) {
            assertThat(Backups.restore(restored.path(), Backups.PASSPHRASE, backups))
                    .contains("kho nguyên vẹn");
        }
    }
}
