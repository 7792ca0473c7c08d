package hoso.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    private Path data;

    private double bytes(String name, String folder) {
        return registry.get(name).tag("folder", folder).gauge().value();
    }

    @Test
    void each_folder_is_shown_with_its_file_system_also_where_both_are_on_one() throws Exception {
        Path postgres = Files.createDirectory(data.resolve("postgres"));
        Path kafka = Files.createDirectory(data.resolve("kafka"));
        new DiskMetrics(List.of(postgres, kafka)).bindTo(registry);

        double size = Files.getFileStore(postgres).getTotalSpace();
        for (String folder : List.of("postgres", "kafka")) {
            assertThat(bytes("hoso.disk.size.bytes", folder)).isEqualTo(size);
            assertThat(bytes("hoso.disk.free.bytes", folder)).isPositive().isLessThan(size);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_no_full_disk() {
        new DiskMetrics(List.of(data.resolve("kafka"))).bindTo(registry);
        assertThat(bytes("hoso.disk.free.bytes", "kafka")).isNaN();
        assertThat(bytes("hoso.disk.size.bytes", "kafka")).isNaN();
    }
}
