package hoso.bench.fill;

import hoso.bench.house.Computed;
import hoso.edge.kafka.KafkaSettings;
import hoso.kafka.BrokerLogin;
import hoso.query.books.projection.Projector;
import hoso.query.feed.landing.LandingConsumer;
import hoso.query.wiring.QueryApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs query sides that are fed by Kafka in this JVM, one after another: what one has landed it never lands again, and by
 * what the first lands the JVM can compile.
 */
public record Landing(StoppedHouse house, BrokerLogin login, Path tokens) {

    private static final Duration WITHIN = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MILLIS = 20;

    /**
     * How long it took.
     *
     * @param events less those that had landed before
     * @param computed by this JVM, the database and the broker
     */
    public record Took(long events, Duration time, Computed computed) {

        public double perSecond() {
            return events * 1e3 / time.toMillis();
        }
    }

    /** Begins with an empty database, when the side serves, and ends when so many events are in its books. */
    public Took run(String database, long events) throws InterruptedException {
        try (var side = started(properties(database))) {
            Computed before = house.computed();
            long began = System.nanoTime();
            long landed = side.getBean(LandingConsumer.class).status().landed();
            var projector = side.getBean(Projector.class);
            while (projector.projected() < events) {
                if (since(began).compareTo(WITHIN) > 0)
                    throw new IllegalStateException("the books did not come so far: " + projector.status());
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            return new Took(events - landed, since(began), house.computed().since(before));
        }
    }

    private Map<String, Object> properties(String database) {
        Map<String, Object> properties = new HashMap<>(house.emptyBooks(database));
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("hoso.tokens.folder", tokens.toString());
        properties.put("springdoc.api-docs.enabled", false);
        properties.put("hoso.feed", "kafka");
        properties.put("hoso.rollup.origins", "hoso");
        properties.putAll(KafkaSettings.told(login.properties()));
        return properties;
    }

    private static ConfigurableApplicationContext started(Map<String, Object> properties) {
        return new SpringApplicationBuilder(QueryApplication.class)
                .properties(properties)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
