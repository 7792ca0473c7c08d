package hoso.standalone.launch;

import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.HouseDatabase;
import hoso.postgres.Settings;
import hoso.process.Folders;
import hoso.process.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A data folder that is being made, with its database: it stays where it is kept, and else nothing of it does. */
public final class NewStore implements AutoCloseable {

    private final Path data;
    private final boolean made;
    private @Nullable DataFolder held;
    private @Nullable EmbeddedPostgres postgres;
    private boolean kept;

    private NewStore(Path data, boolean made) {
        this.data = data;
        this.made = made;
    }

    /** @throws Refused where something is there */
    public static NewStore in(Path data) {
        try {
            boolean there = Files.exists(data);
            if (there && !isEmptyFolder(data))
                throw Refused.unavailable(data + " is not empty: name a --data that is not there yet");
            var store = new NewStore(data, !there);
            store.held = DataFolder.open(data);
            return store;
        } catch (IOException unreadable) {
            throw Refused.unavailable("cannot use the folder " + data + ": " + unreadable.getMessage());
        }
    }

    private static boolean isEmptyFolder(Path data) throws IOException {
        if (!Files.isDirectory(data)) return false;
        try (Stream<Path> entries = Files.list(data)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Where its keys and passwords are; what is put there before the start counts. */
    public Path secrets() {
        return data.resolve("secrets");
    }

    /** Makes the database with both roles, and starts it. */
    public void start() {
        postgres = EmbeddedPostgres.start(
                data.resolve("postgres"), Settings.standard().withSecrets(secrets()));
        new HouseDatabase(LaunchedHouse.DATABASE, owner(), application()).ensure(postgres);
    }

    public String url() {
        if (postgres == null) throw new IllegalStateException("not started");
        return postgres.jdbcUrl(LaunchedHouse.DATABASE);
    }

    public Credentials owner() {
        return login(LaunchedHouse.OWNER);
    }

    public Credentials application() {
        return login(LaunchedHouse.APPLICATION);
    }

    private Credentials login(String role) {
        return new Credentials(role, new Secrets(secrets()).password(role));
    }

    /** It is whole: from now on it stays. */
    public void keep() {
        kept = true;
    }

    @Override
    public void close() throws IOException {
        try {
            if (postgres != null) postgres.close();
        } finally {
            if (held != null) held.close();
            if (!kept) remove();
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> entries = Files.list(data)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry)) Folders.delete(entry);
                else Files.delete(entry);
            }
        }
        if (made) Files.delete(data);
    }
}
