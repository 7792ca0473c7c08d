package hoso.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords in files that only their owner can read; each is made once and then kept. */
public final class Secrets {

    /** 192 bits: beyond guessing, and in hexadecimal safe within SQL, a URL and a configuration file. */
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    public String password(String name) {
        var file = file(name);
        try {
            if (!Files.exists(file)) {
                Folders.make(folder, "rwx------");
                Folders.write(file, random(), "rw-------");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure.of("cannot keep secrets in", folder, e);
        }
    }

    /** Lets go of a password: the next one under this name is another. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw Failure.of("cannot keep secrets in", folder, e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".password");
    }

    private static String random() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
