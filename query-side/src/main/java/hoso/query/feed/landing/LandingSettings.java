package hoso.query.feed.landing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** How the topics are read: by Kafka's names, beside how the brokers are reached. */
final class LandingSettings {

    /** Some megabytes as a rule: enough that a transaction's cost is lost among theirs. */
    private static final int RECORDS_MAX = 4_096;

    /** Of what is fetched ahead, whatever the number of records. */
    private static final int FETCH_BYTES_MAX = 16 << 20;

    private static final int PARTITION_BYTES_MAX = 4 << 20;

    /** A topic that is made later is found within this time. */
    private static final int METADATA_MILLIS = 10_000;

    /**
     * After so long the partitions of a program that was killed go to the others; Kafka's own 45 s would leave a part of
     * every dossier's events behind. One that is only slow loses nothing by it: how far it had read is in the database.
     */
    private static final int SESSION_MILLIS = 10_000;

    /** What the names of consumer groups begin with, so that they can be granted. */
    private static final String GROUP = "hoso.landing.";

    private LandingSettings() {}

    /** Programs on one database are one group, and no others are in it: those would take partitions away from it. */
    static Map<String, Object> of(Map<String, Object> client, Connection connection) throws SQLException {
        Map<String, Object> settings = new HashMap<>(client);
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP + house(connection));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // who publishes makes the topic as it must be
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_MAX);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES_MAX);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_BYTES_MAX);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MILLIS);
        return settings;
    }

    private static String house(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("SELECT id FROM landing.house")) {
            row.next();
            return row.getString(1);
        }
    }
}
