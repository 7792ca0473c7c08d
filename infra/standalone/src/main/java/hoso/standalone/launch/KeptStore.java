package hoso.standalone.launch;

import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.Settings;
import hoso.process.Secrets;
import hoso.process.ServerUnavailable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database of a data folder, to be read: that of the house that runs there, or, where none does, started for as long as
 * this is open.
 */
public final class KeptStore implements AutoCloseable {

    private final String url;
    private final Credentials login;
    private final @Nullable EmbeddedPostgres own;
    private final @Nullable DataFolder held;

    private KeptStore(String url, Credentials login, @Nullable EmbeddedPostgres own, @Nullable DataFolder held) {
        this.url = url;
        this.login = login;
        this.own = own;
        this.held = held;
    }

    /** @throws Refused where there is no database, or one that is just being started or stopped */
    public static KeptStore open(Path data) {
        if (!EmbeddedPostgres.isIn(data.resolve("postgres")))
            throw Refused.unavailable("there is no store in " + data + ": name its --data, or its --database");
        DataFolder held;
        try {
            held = DataFolder.open(data);
        } catch (ServerUnavailable inUse) {
            return attached(data, inUse);
        }
        try {
            var postgres =
                    EmbeddedPostgres.start(held.postgres(), Settings.standard().withSecrets(held.secrets()));
            return new KeptStore(postgres.jdbcUrl(LaunchedHouse.DATABASE), login(data), postgres, held);
        } catch (RuntimeException failed) {
            held.close();
            throw failed;
        }
    }

    private static KeptStore attached(Path data, ServerUnavailable inUse) {
        int port = EmbeddedPostgres.portOf(data.resolve("postgres"))
                .orElseThrow(() -> Refused.unavailable(inUse.getMessage() + ", and its database takes no connections"));
        return new KeptStore(EmbeddedPostgres.jdbcUrl(port, LaunchedHouse.DATABASE), login(data), null, null);
    }

    private static Credentials login(Path data) {
        String name = LaunchedHouse.APPLICATION;
        return new Credentials(name, new Secrets(data.resolve("secrets")).password(name));
    }

    public String url() {
        return url;
    }

    /** The application's: it reads all that is to be checked. */
    public Credentials login() {
        return login;
    }

    @Override
    public void close() {
        if (own != null) own.close();
        if (held != null) held.close();
    }
}
