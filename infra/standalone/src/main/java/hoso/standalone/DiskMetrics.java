package hoso.standalone;

import hoso.edge.measure.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** What room there is where parts of the data folder lie, be it on one file system or on several, as numbers to watch. */
final class DiskMetrics implements MeterBinder {

    private final List<Path> folders;

    /** @param folders each shown by its own name */
    DiskMetrics(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Path folder : folders) {
            String name = folder.getFileName().toString();
            Metric.DISK_FREE.gauge(registry, folder.toFile(), it -> bytes(it, File::getUsableSpace), name);
            Metric.DISK_SIZE.gauge(registry, folder.toFile(), it -> bytes(it, File::getTotalSpace), name);
        }
    }

    /** Of a folder that is not there, or not to be seen, the JDK says 0: a full disk is another thing. */
    private static double bytes(File folder, ToLongFunction<File> asked) {
        return folder.getTotalSpace() == 0 ? Double.NaN : asked.applyAsLong(folder);
    }
}
