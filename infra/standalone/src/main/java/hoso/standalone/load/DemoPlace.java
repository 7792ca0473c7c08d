package hoso.standalone.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;

/** Two files of the data folder that remember how far the demo was loaded. */
public final class DemoPlace {

    private final Path loaded;
    private final Path month;

    /**
     * @param data the data folder
     */
    public DemoPlace(Path data) {
        loaded = data.resolve("demo-loaded");
        month = data.resolve("demo-month");
    }

    /** How many events an earlier start has loaded. */
    public long done() throws IOException {
        return read(loaded).orElse(0);
    }

    void remember(long done) throws IOException {
        write(loaded, done);
    }

    /** The position that the ledger had when all of the month that boards show was told; empty before. */
    public OptionalLong monthEnd() throws IOException {
        return read(month);
    }

    void rememberMonthEnd(long position) throws IOException {
        write(month, position);
    }

    private static OptionalLong read(Path file) throws IOException {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException notYet) {
            return OptionalLong.empty();
        }
    }

    private static void write(Path file, long number) throws IOException {
        Path scratch = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(scratch, number + "\n");
        Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
