package hoso.postgres;

import hoso.process.Failure;
import hoso.process.FolderLock;
import hoso.process.Secrets;
import hoso.process.ServerLog;
import hoso.process.ServerUnavailable;
import hoso.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL cluster in a folder of ours, served while this object is open.
 *
 * <p>The folder is locked before anything in it is touched. The server takes connections from this machine alone.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Server server;
    private final FolderLock lock;
    private final String password;

    /** Held while the server is being started, or stopped for good. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile Postmaster postmaster;
    private volatile boolean closing;
    private @Nullable Supervisor supervisor;

    private EmbeddedPostgres(Server server, FolderLock lock, String password, Postmaster postmaster) {
        this.server = server;
        this.lock = lock;
        this.password = password;
        this.postmaster = postmaster;
    }

    /**
     * Makes the cluster where there is none, starts it, and waits until it takes connections.
     *
     * @throws ServerUnavailable with one line that says what is in the way
     */
    public static EmbeddedPostgres start(Path dataFolder, Settings settings) {
        var folder = dataFolder.toAbsolutePath().normalize();
        var user = serverUser(folder);
        var home = Home.prepare(folder, user);
        var lock = FolderLock.take(home.folder());
        try {
            var binaries = Binaries.in(cacheFolders(settings, home, user));
            checkReach(user, home, binaries);
            var password = new Secrets(settings.secrets().orElse(home.folder().resolveSibling("secrets")))
                    .password(ClusterMaker.SUPERUSER);
            home.configure(settings);
            new ClusterMaker(home, binaries, user).make(password);
            var server = new Server(home, binaries, user);
            var started = new EmbeddedPostgres(
                    server, lock, password, new Startup(server, () -> home.port(settings.port()), () -> true).run());
            home.rememberPort(started.port());
            started.checkLogin();
            return started;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Whether a cluster was made there before. */
    public static boolean isIn(Path dataFolder) {
        return Files.exists(new Home(dataFolder).cluster());
    }

    /** Where the server of a folder takes connections, whoever has started it; empty where it does not. */
    public static OptionalInt portOf(Path dataFolder) {
        return new Home(dataFolder).servingPort();
    }

    private static ServerUser serverUser(Path folder) {
        try {
            return ServerUser.choose(new Home(folder).cluster());
        } catch (IOException e) {
            throw Failure.of("cannot use the folder", folder, e);
        }
    }

    private static List<Path> cacheFolders(Settings settings, Home home, ServerUser user) {
        if (settings.binaries().isPresent()) {
            return List.of(settings.binaries().get().toAbsolutePath().normalize());
        }
        var folders = new ArrayList<Path>();
        folders.add(
                user.switched() ? Path.of("/var/cache/hoso") : Path.of(System.getProperty("user.home"), ".cache/hoso"));
        // a service user may have no home, or a machine no writable cache
        folders.add(home.folder().resolve("binaries"));
        return folders;
    }

    private static void checkReach(ServerUser user, Home home, Binaries binaries) {
        for (var folder : List.of(home.folder(), binaries.home())) {
            user.barredFrom(folder).ifPresent(barred -> {
                throw new ServerUnavailable("PostgreSQL, which runs as user " + user.uid()
                        + " and not as root, may not"
                        + " enter " + barred + " on its way to " + folder + ": choose another folder, or chmod a+x "
                        + barred);
            });
        }
    }

    private void checkLogin() {
        try {
            Login.check(this);
        } catch (RuntimeException e) {
            postmaster.abandon();
            throw e;
        }
    }

    /** From now on a server that ends by itself is started again, on the same port, until {@link #close()}. */
    public void supervise() {
        turn.lock();
        try {
            if (supervisor == null && !closing) {
                supervisor = new Supervisor(
                        "PostgreSQL",
                        () -> postmaster.process(),
                        this::startAgain,
                        server.log()::bound,
                        ServerLog.BOUND_EVERY);
            }
        } finally {
            turn.unlock();
        }
    }

    private void startAgain() {
        turn.lock();
        try {
            // a close that came first has the turn behind it, and its server stays down
            if (!closing) {
                postmaster = new Startup(server, postmaster::port, () -> !closing).run();
                LOG.info(
                        "PostgreSQL runs again (process {})",
                        postmaster.process().pid());
            }
        } finally {
            turn.unlock();
        }
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    /** Of a database at a port of this machine. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser: makes databases and roles, and does nothing else. */
    public String ownerUser() {
        return ClusterMaker.SUPERUSER;
    }

    public String ownerPassword() {
        return password;
    }

    public int port() {
        return postmaster.port();
    }

    /** The server's first process, as long as it lives; another one after it was started again. */
    public ProcessHandle postmaster() {
        return postmaster.process().toHandle();
    }

    /** Whether it takes connections now. */
    public boolean running() {
        return !closing && postmaster.ready();
    }

    /** Stops the server in order (connections are ended, everything is on disk), and lets go of the folder. */
    @Override
    public void close() {
        closing = true;
        turn.lock();
        try {
            if (supervisor != null) {
                supervisor.close();
            }
            postmaster.stop();
        } finally {
            lock.close();
            turn.unlock();
        }
    }
}
