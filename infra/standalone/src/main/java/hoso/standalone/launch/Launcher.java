package hoso.standalone.launch;

import hoso.process.ServerUnavailable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main class: what stops a launch is one line on standard error and a non-zero exit. */
public final class Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);

    /** EX_SOFTWARE of sysexits.h. */
    private static final int OUR_FAULT = 70;

    /** EX_DATAERR of sysexits.h. */
    private static final int NOT_AS_SIGNED = 65;

    /** Broker, books and store take some seconds each, and wait for one another. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(90);

    private final House house;
    private final Path defaultData;
    private final PrintStream out;
    private final PrintStream err;

    Launcher(House house, Path defaultData, PrintStream out, PrintStream err) {
        this.house = house;
        this.defaultData = defaultData;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] words) {
        int code = OUR_FAULT;
        try {
            code = new Launcher(house(), DataFolder.byDefault(), System.out, System.err).run(List.of(words));
        } catch (Exception e) {
            LOG.error("the launch failed", e);
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    private static House house() {
        return ServiceLoader.load(House.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no application on the class path"));
    }

    /** Returns the exit code; while it serves, only the end of the process returns from it. */
    int run(List<String> words) throws Exception {
        try {
            switch (new OptionsParser(defaultData).parse(words)) {
                case Options.Serve serve -> serve(serve);
                case Options.Apart apart -> serve(apart);
                case Options.Token token -> out.println(house.token(token));
                case Options.Republish republish -> out.println(house.republish(republish));
                case Options.Restored restored -> out.println(house.restored(restored, err));
                case Options.Desk desk -> out.println(house.desk(desk));
                case Options.Backup backup -> house.backup(backup, out, err);
                case Options.Restore restore -> house.restore(restore, out, err);
                case Options.Verify verify -> {
                    return house.verify(verify, out, err) ? 0 : NOT_AS_SIGNED;
                }
                case Options.VerifyBundle bundle -> {
                    return house.verify(bundle, out) ? 0 : NOT_AS_SIGNED;
                }
            }
            return 0;
        } catch (Refused e) {
            err.println("hoso: " + e.getMessage());
            return e.kind().exitCode();
        } catch (ServerUnavailable e) {
            err.println("hoso: " + e.getMessage());
            return Refused.Kind.UNAVAILABLE.exitCode();
        }
    }

    private void serve(Options.Serve options) throws Exception {
        serve(launched -> launched.open(options, house));
    }

    private void serve(Options.Apart options) throws Exception {
        serve(launched -> launched.open(options, house));
    }

    private interface Opening {
        void open(LaunchedHouse launched) throws Exception;
    }

    private static void serve(Opening opening) throws Exception {
        var launched = new LaunchedHouse();
        // before anything is opened: Ctrl-C may come at any time
        var serves = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launched, serves.get()), "stop"));
        opening.open(launched);
        serves.set(true);
        new CountDownLatch(1).await();
    }

    /**
     * What was acknowledged is on disk already: an end that does not come is made.
     *
     * @param served whether it did: of what could not start, the reason is all there is to say
     */
    private static void stop(LaunchedHouse launched, boolean served) {
        Thread closing = Thread.ofPlatform().daemon().name("close").start(launched::close);
        try {
            if (closing.join(STOP_WITHIN)) {
                if (served) System.err.println("Hoso has ended");
                return;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        System.err.println("hoso: could not be stopped in " + STOP_WITHIN.toSeconds() + " s, and was broken off");
        Runtime.getRuntime().halt(Refused.Kind.UNAVAILABLE.exitCode());
    }
}
