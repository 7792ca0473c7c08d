package hoso.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file the server writes to, one older copy beside it. */
record ServerLog(Path file) {

    /** Months of a quiet server, and still quick to read as a whole. */
    private static final long SIZE_MAX = 8L << 20;

    /** The last words of a start, with room to spare. */
    private static final int TAIL_MAX = 64 << 10;

    long length() {
        return file.toFile().length();
    }

    void prepare() throws IOException {
        if (!Files.exists(file)) {
            var mode = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        }
        bound();
    }

    /** Keeps it bounded. The server appends, so a file emptied under it is written on from its start. */
    void bound() throws IOException {
        if (length() > SIZE_MAX) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (var content = new RandomAccessFile(file.toFile(), "rw")) {
                content.setLength(0);
            }
        }
    }

    String since(long offset) {
        try (var content = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(Math.min(offset, content.length()), content.length() - TAIL_MAX);
            content.seek(from);
            var bytes = new byte[(int) (content.length() - from)];
            content.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.of("cannot read", file, e);
        }
    }
}
