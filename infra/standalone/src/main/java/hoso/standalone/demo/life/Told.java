package hoso.standalone.demo.life;

import java.time.Instant;

/**
 * A fact as its publisher told it.
 *
 * @param publishedAt when it was sent, in epoch seconds: mostly when it happened, sometimes days later
 * @param occurredAt when it happened, to the second
 * @param type without prefix and version, as {@code dossier.received}
 * @param data a JSON object, or empty where there is none
 */
public record Told(
        long publishedAt, Instant occurredAt, String type, String source, String id, String subject, String data) {}
