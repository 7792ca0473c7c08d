package hoso.standalone.demo.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The facts of one subject, in the order they are told. */
final class Telling {

    private final String subject;
    private final String source;
    private final List<Told> told = new ArrayList<>(8);
    private Instant notBefore = Instant.MIN;

    Telling(String subject, String source) {
        this.subject = subject;
        this.source = source;
    }

    /** Nothing that is told from now on is published before that instant. */
    void holdUntil(Instant instant) {
        if (instant.isAfter(notBefore)) notBefore = instant;
    }

    /** Tells a fact as it happens; answers its id. */
    String tell(String type, Instant occurredAt, String data) {
        return tell(type, occurredAt, occurredAt, data);
    }

    /** Tells a fact at that instant, at which it may lie in the past. */
    String tell(String type, Instant occurredAt, Instant publishedAt, String data) {
        return tell(source, type, occurredAt, publishedAt, data);
    }

    String tell(String from, String type, Instant occurredAt, Instant publishedAt, String data) {
        Instant published = publishedAt.isBefore(notBefore) ? notBefore : publishedAt;
        String id = subject + "." + (told.size() + 1);
        told.add(new Told(published.getEpochSecond(), occurredAt, "dossier." + type, from, id, subject, data));
        return id;
    }

    /** How another fact names one of this subject and this source. */
    String reference(String id) {
        return Data.of().text("source", source).text("id", id).json();
    }

    List<Told> told() {
        return told;
    }
}
