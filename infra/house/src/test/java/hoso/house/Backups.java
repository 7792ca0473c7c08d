package hoso.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.standalone.BackupOrder;
import hoso.standalone.RestoreOrder;
import hoso.standalone.launch.Options;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Backups as {@code infra/run} takes and restores them, with what it prints. */
final class Backups {

    static final String PASSPHRASE = "một câu khó đoán";

    private Backups() {}

    static String take(Path data, Path file, long after) {
        return take(data, file, after, nowhere());
    }

    /** @param progress what it is told in, while it is written */
    static String take(Path data, Path file, long after, PrintStream progress) {
        return printed(out -> new BackupOrder(
                        new Options.Backup(file, after, data, true, null, null),
                        Optional.of(PASSPHRASE.toCharArray()),
                        out,
                        progress)
                .run());
    }

    /** Of a store whose database is named, with a login of its own. */
    static String takeApart(String url, Path configuration, Path data, Path file) {
        return printed(out -> new BackupOrder(
                        new Options.Backup(file, 0, data, true, url, configuration),
                        Optional.of(PASSPHRASE.toCharArray()),
                        out,
                        nowhere())
                .run());
    }

    static String restore(Path data, String passphrase, Path... files) {
        return printed(out -> new RestoreOrder(
                        new Options.Restore(List.of(files), data),
                        file -> Optional.of(passphrase.toCharArray()),
                        out,
                        nowhere())
                .run());
    }

    private interface Order {
        void run(PrintStream out);
    }

    private static String printed(Order order) {
        var out = new ByteArrayOutputStream();
        order.run(new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    }
}
