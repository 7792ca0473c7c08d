package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.testkit.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Two programs on one store: one writes, the other stands by. */
final class TwoInstances implements AutoCloseable {

    /**
     * From the one's end to the other's first event. An idle machine needs six seconds where the one is frozen, since PostgreSQL
     * waits five for it; the machines that run these tests may be busy with others.
     */
    static final Duration TAKES_OVER_WITHIN = Duration.ofSeconds(60);

    /** It finds that it was fenced as soon as it runs, and then looks for the lock each second. */
    static final Duration STANDS_BY_WITHIN = Duration.ofSeconds(60);

    private static final int LINES = 200;

    /** A program and its own way to the database. */
    record Instance(HouseProcess process, Relay network, HouseClient client) {}

    /** Starts one. */
    interface Program {
        /**
         * @param url of the database, by the program's own way
         * @param folder for secrets and tokens, which both share
         */
        HouseProcess start(TestDatabase database, String url, Path folder) throws IOException;
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final HouseFolder folder;
    private final List<Instance> instances = new ArrayList<>();
    private int prefixes;

    /** Whom the writers publish to. */
    private volatile Instance target;

    private TwoInstances() throws IOException {
        this.folder = HouseFolder.make();
    }

    /** With reference data to publish dossiers by. */
    static TwoInstances of(Program program) throws Exception {
        var two = new TwoInstances();
        for (int instance = 0; instance < 2; instance++) {
            var network = new Relay(TestDatabase.server().port());
            var process = program.start(two.database, network.url(two.database.jdbcUrl()), two.folder.path())
                    .started();
            two.instances.add(new Instance(process, network, HouseClient.of(process, two.folder.path())));
        }
        var reference = Lives.reference();
        assertThat(two.writer().client().stream(reference).number("accepted")).isEqualTo(reference.size());
        return two;
    }

    TestDatabase database() {
        return database;
    }

    Instance writer() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> instances.stream()
                                .filter(instance -> instance.client().isReady())
                                .count()
                        == 1);
        return instances.stream()
                .filter(instance -> instance.client().isReady())
                .findFirst()
                .orElseThrow();
    }

    Instance other(Instance than) {
        return instances.stream()
                .filter(instance -> instance != than)
                .findFirst()
                .orElseThrow();
    }

    /** Clients in the middle of writing; a process that is killed or frozen breaks their connections. */
    Writers writersTo(Instance instance) throws Exception {
        target = instance;
        var client =
                new HouseClient(() -> target.process().base(), instance.client().token());
        var writers = new Writers(client, prefix(), prefixes, broken -> true);
        writers.awaitAcknowledged(LINES);
        return writers;
    }

    void freezeInMidLoad(Instance frozen) throws Exception {
        try (var writers = writersTo(frozen)) {
            frozen.process().freeze();
            try {
                assertTakesOver(other(frozen));
            } finally {
                frozen.process().thaw();
            }
            await().atMost(STANDS_BY_WITHIN).until(() -> !writers.refused().isEmpty());
            assertThat(frozen.client().one(Lives.receipt(prefix())).isUnavailable())
                    .isTrue();
            assertStandsBy(frozen);
            assertNothingLostOrDoubled(writers);
        }
    }

    void cutOffInMidLoad(Instance cutOff) throws Exception {
        try (var writers = writersTo(cutOff)) {
            cutOff.network().goDead();
            try {
                assertTakesOver(other(cutOff));
                await().atMost(STANDS_BY_WITHIN).until(() -> !writers.refused().isEmpty());
                assertThat(cutOff.client().isReady()).isFalse();
            } finally {
                cutOff.network().comeBack();
            }
            assertStandsBy(cutOff);
            assertNothingLostOrDoubled(writers);
        }
    }

    void killInMidLoad(Instance killed) throws Exception {
        try (var writers = writersTo(killed)) {
            killed.process().kill();
            assertTakesOver(other(killed));
            assertNothingLostOrDoubled(writers);
        }
    }

    private String prefix() {
        return "two." + ++prefixes;
    }

    private static void assertStandsBy(Instance instance) {
        await().atMost(STANDS_BY_WITHIN)
                .until(() -> instance.process().log().contains("another instance writes, this one stands by"));
        assertThat(instance.process().log()).contains("This instance writes no longer");
        assertThat(instance.client().isReady()).isFalse();
    }

    /** Ready and taking events, from now on within the time allowed. */
    private void assertTakesOver(Instance standBy) throws Exception {
        long began = System.nanoTime();
        var line = Lives.receipt(prefix());
        var answer = standBy.client().one(line);
        while (answer.isUnavailable()
                && Duration.ofNanos(System.nanoTime() - began).compareTo(TAKES_OVER_WITHIN) < 0) {
            Thread.sleep(50);
            answer = standBy.client().one(line);
        }
        assertThat(answer.text("status")).as(answer.toString()).isEqualTo("accepted");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TAKES_OVER_WITHIN);
        assertThat(standBy.client().isReady()).isTrue();
    }

    /** The writers send what they were not answered to the successor. */
    void assertNothingLostOrDoubled(Writers writers) throws Exception {
        target = writer();
        writers.stop();
        assertThat(writers.unexpected()).isEmpty();
        try (var connection = database.connect()) {
            writers.assertAllAt(StoredLog.of(connection).positions());
        }
    }

    @Override
    public void close() throws Exception {
        instances.forEach(instance -> instance.process().terminate());
        for (var instance : instances) {
            instance.process().close();
            instance.network().close();
        }
        folder.close();
        database.close();
    }
}
