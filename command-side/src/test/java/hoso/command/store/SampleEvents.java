package hoso.command.store;

import hoso.event.AcceptedEvent;
import hoso.event.Decision;
import hoso.event.Publication;
import hoso.event.wire.CloudEventReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import tools.jackson.databind.json.JsonMapper;

/** Events as the aggregate shell would send them, decided by nobody. */
final class SampleEvents {

    private static final JsonMapper JSON = new JsonMapper();

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    static AcceptedEvent notified(String dossier, int sequence) {
        return accepted(
                read("hoso.dossier.notified.v1", dossier, sequence, "{\"by\":\"SMS\",\"about\":\"RESULT\"}"),
                sequence,
                Map.of());
    }

    static AcceptedEvent erased(String dossier, int sequence) {
        return accepted(
                read("hoso.dossier.texts-erased.v1", dossier, sequence, "{\"authority\":\"12/QĐ-UBND\"}"),
                sequence,
                Map.of());
    }

    static AcceptedEvent unitRegistered(String unit, int sequence) {
        return accepted(
                read(
                        "hoso.unit.registered.v1",
                        unit,
                        sequence,
                        "{\"name\":\"Sở Tư pháp\",\"level\":\"DEPARTMENT\",\"validFrom\":\"2024-01-01\"}"),
                sequence,
                Map.of());
    }

    /** A dossier of a few events, the first of sequence 0. */
    static List<DomainEventMessage<?>> dossier(String dossier, int events) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (int sequence = 0; sequence < events; sequence++) messages.add(message(notified(dossier, sequence)));
        return messages;
    }

    static DomainEventMessage<?> message(AcceptedEvent event) {
        return message(event, new AppendContext(0, Map.of(), new Placed()));
    }

    static DomainEventMessage<?> message(AcceptedEvent event, AppendContext context) {
        return new GenericDomainEventMessage<>(
                "sample", event.stream().name(), event.sequence(), event, MetaData.with(AppendContext.KEY, context));
    }

    /** A pause with its reason. */
    DomainEventMessage<?> suspended(String dossier, int sequence, String reason) {
        var publication =
                read("hoso.dossier.suspended.v1", dossier, sequence, JSON.writeValueAsString(Map.of("reason", reason)));
        var texts = new HashMap<String, SaltedText>();
        var hashes = new HashMap<String, String>();
        publication.texts().forEach((path, text) -> {
            texts.put(path, SaltedText.of(text, random));
            hashes.put(path, texts.get(path).hash());
        });
        return message(accepted(publication, sequence, hashes), new AppendContext(0, texts, new Placed()));
    }

    private static AcceptedEvent accepted(Publication publication, int sequence, Map<String, String> hashes) {
        return new AcceptedEvent(
                publication.stream(),
                sequence,
                publication.subject(),
                publication.key(),
                publication.occurredAt(),
                "publisher",
                publication.fact(),
                publication.statement(),
                Decision.NONE,
                hashes);
    }

    private static Publication read(String type, String subject, int sequence, String data) {
        return CloudEventReader.read(JSON.readTree("""
                {"specversion":"1.0","id":"%s-%d","source":"urn:hoso:test","type":"%s","subject":"%s",
                 "time":"2024-03-01T09:00:00+07:00","data":%s}""".formatted(subject, sequence, type, subject, data)));
    }
}
