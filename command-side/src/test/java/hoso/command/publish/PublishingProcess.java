package hoso.command.publish;

import hoso.command.store.EventStore;
import hoso.command.store.StoreSettings;
import hoso.command.store.StoreUnavailable;
import hoso.command.store.StoredSamples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * The main class of another JVM, which stores and publishes without end, says once that it has lost the store, and then that
 * it stands by.
 */
final class PublishingProcess {

    static final String PUBLISHES = "publishes";
    static final String STANDS_BY = "stands by";

    private static final long LIFE_MS = 60_000;
    private static final long LOOK_EVERY_MS = 20;

    private PublishingProcess() {}

    /** @param arguments a name for its dossiers; all else comes as properties by its standard input */
    public static void main(String[] arguments) throws Exception {
        var properties = read(System.in);
        var login = new StoreSettings.Login(take(properties, "user"), take(properties, "password"));
        var owner = new StoreSettings.Login(take(properties, "owner"), take(properties, "owner-password"));
        String url = take(properties, "url");
        String topic = take(properties, "topic");
        String origin = take(properties, "origin");
        try (var store = new EventStore(StoreSettings.of(url, login, owner))) {
            store.open();
            try (var publisher =
                    EventPublisher.open(new PublishSettings(topic, origin, properties, url, login), store)) {
                storeUntilFenced(store, publisher, arguments[0]);
                while (publisher.status().state() != PublishStatus.State.STAND_BY) Thread.sleep(LOOK_EVERY_MS);
                System.out.println(STANDS_BY);
                Thread.sleep(LIFE_MS);
            }
        }
    }

    private static void storeUntilFenced(EventStore store, EventPublisher publisher, String name) {
        try {
            for (int round = 0; ; round++) {
                StoredSamples.dossiers(store, name + round, 200, 5);
                if (publisher.status().position() > 0 && round % 10 == 9) System.out.println(PUBLISHES);
            }
        } catch (RuntimeException fenced) {
            // it says so by standing by
            if (!(fenced instanceof StoreUnavailable)) throw fenced;
        }
    }

    private static String take(Map<String, Object> properties, String name) {
        return (String) properties.remove(name);
    }

    private static Map<String, Object> read(InputStream in) throws IOException {
        var read = new Properties();
        read.load(in);
        Map<String, Object> properties = new HashMap<>();
        read.forEach((name, value) -> properties.put((String) name, value));
        return properties;
    }

    static Process start(PublishSettings settings, StoreSettings.Login owner, String name) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), PublishingProcess.class.getName(), name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var properties = new Properties();
        properties.putAll(settings.client());
        properties.putAll(Map.of(
                "url", settings.url(),
                "user", settings.login().user(),
                "password", settings.login().password(),
                "owner", owner.user(),
                "owner-password", owner.password(),
                "topic", settings.topic(),
                "origin", settings.origin()));
        try (var out = process.getOutputStream()) {
            properties.store(out, null);
        }
        return process;
    }
}
