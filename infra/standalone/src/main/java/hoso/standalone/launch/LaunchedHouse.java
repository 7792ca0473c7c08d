package hoso.standalone.launch;

import hoso.kafka.EmbeddedKafka;
import hoso.postgres.Credentials;
import hoso.postgres.EmbeddedPostgres;
import hoso.postgres.HouseDatabase;
import hoso.postgres.ReaderWatch;
import hoso.postgres.Settings;
import hoso.process.Ports;
import hoso.process.Secrets;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A house that runs: each part is opened on the ones before it, and closed in the opposite order. */
public final class LaunchedHouse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchedHouse.class);

    static final String DATABASE = "hoso";
    static final String OWNER = "hoso_owner";
    static final String APPLICATION = "hoso_app";

    /** What a stop in the middle of the start waits for: a server that has begun is better ended than left behind. */
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** Held while a part is being opened. */
    private final ReentrantLock opening = new ReentrantLock();

    private volatile boolean closing;

    /** Opens all parts, in the thread that calls; {@link #close()} may come from another at any time. */
    public void open(Options.Serve options, House house) throws Exception {
        open(options.http(), () -> {
            var prepared = prepare(options);
            return part(() -> house.open(prepared));
        });
    }

    /** Opens one side alone, in the thread that calls; {@link #close()} may come from another at any time. */
    public void open(Options.Apart options, House house) throws Exception {
        open(options.http(), () -> {
            DataFolder.ensure(options.data());
            return part(() -> house.open(options));
        });
    }

    private void open(Options.Http http, Callable<?> opening) throws Exception {
        var port = new HttpPort(http.bind(), http.port());
        port.check();
        boolean opened = false;
        try {
            opening.call();
            opened = true;
        } catch (Exception e) {
            throw hasCause(e, BindException.class) ? port.refusal() : e;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    private Prepared prepare(Options.Serve options) throws Exception {
        var data = part(() -> DataFolder.open(options.data()));
        var settings = settings(options, data);
        var postgres = part(() -> EmbeddedPostgres.start(data.postgres(), settings));
        postgres.supervise();
        var secrets = new Secrets(data.secrets());
        var owner = new Credentials(OWNER, secrets.password(OWNER));
        var application = new Credentials(APPLICATION, secrets.password(APPLICATION));
        var database = new HouseDatabase(DATABASE, owner, application);
        database.ensure(postgres);
        new SqlReader(data.secrets()).ensure(database, postgres);
        part(() -> new ReaderWatch(database, postgres));
        var kafka = options.kafka() instanceof Options.Kafka.Own own ? kafka(data, own) : null;
        return new Prepared(options, postgres.jdbcUrl(DATABASE), owner, application, postgres, kafka);
    }

    private static Settings settings(Options.Serve options, DataFolder data) {
        var settings = Settings.standard().withSecrets(data.secrets());
        return options.sqlPort().isPresent()
                ? settings.withPort(options.sqlPort().getAsInt())
                : settings;
    }

    /** It takes seconds to start: nobody waits for it, and whoever needs it tries until it answers. */
    private EmbeddedKafka kafka(DataFolder data, Options.Kafka.Own own) throws Exception {
        if (own.port().isPresent() && !Ports.isFree(own.port().getAsInt())) {
            throw Refused.unavailable("port " + own.port().getAsInt() + " is taken: choose another with --kafka-port");
        }
        var kafka = part(() -> EmbeddedKafka.begin(data.kafka(), data.secrets(), own.port()));
        kafka.supervise();
        return kafka;
    }

    private <T extends AutoCloseable> T part(Callable<T> open) throws Exception {
        opening.lock();
        try {
            if (closing) {
                throw Refused.unavailable("stopped while it was starting");
            }
            var part = open.call();
            parts.push(part);
            return part;
        } finally {
            opening.unlock();
        }
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Closes every part, also where closing one fails. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!opening.tryLock(OPENING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped in the middle of a start that takes long; the next start clears up after it");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            closeAll();
        } finally {
            opening.unlock();
        }
    }

    private void closeAll() {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} did not close in order", part.getClass().getSimpleName(), e);
            }
        }
    }
}
