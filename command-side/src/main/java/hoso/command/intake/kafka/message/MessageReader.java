package hoso.command.intake.kafka.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.command.intake.Admission;
import hoso.command.intake.Offer;
import hoso.edge.Caller;
import hoso.edge.ProblemCode;
import hoso.event.UnfitData;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.StrictJson;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes offers of a publisher's messages: whatever a message holds, there is an offer, if a refused one. */
public final class MessageReader {

    private final Admission admission;
    private final Caller publisher;

    public MessageReader(Admission admission, Caller publisher) {
        this.admission = admission;
        this.publisher = publisher;
    }

    /** The offer that a message is; its line is the message's offset. */
    public Offer offer(ConsumerRecord<byte[], byte[]> message) {
        @Nullable JsonNode event = null;
        try {
            Mode mode = Mode.of(message.headers());
            if (bytes(mode, message) > Admission.EVENT_BYTES_MAX) return Admission.tooLarge(message.offset());
            event = event(mode, message);
            checkKey(message.key(), event);
            return admission.admit(message.offset(), event, publisher);
        } catch (UnfitData unfit) {
            return new Offer.Refused(
                    message.offset(),
                    CloudEventReader.idOf(event),
                    ProblemCode.ofRefusal(unfit.code()),
                    unfit.detail());
        }
    }

    private static long bytes(Mode mode, ConsumerRecord<byte[], byte[]> message) {
        byte @Nullable [] value = message.value();
        int length = value == null ? 0 : value.length;
        return switch (mode) {
            case STRUCTURED -> length;
            case BINARY -> length + BinaryMode.bytes(message.headers());
        };
    }

    private static JsonNode event(Mode mode, ConsumerRecord<byte[], byte[]> message) {
        byte @Nullable [] value = message.value();
        return switch (mode) {
            case STRUCTURED -> {
                if (value == null) throw new UnfitData("malformed", "the message has no value");
                yield StrictJson.read(value);
            }
            case BINARY -> BinaryMode.event(message.headers(), value);
        };
    }

    /**
     * The key decides on which partition a message lies, and a partition alone keeps its order: a subject told of under
     * other keys, or none, would have its events in any order, which nobody would notice at first.
     */
    private static void checkKey(byte @Nullable [] key, JsonNode event) {
        JsonNode subject = event.get("subject");
        // where there is none, the door says so
        if (subject == null || !subject.isString()) return;
        if (key == null) throw new UnfitData("malformed", "the message has no key: it is to be the subject");
        if (!Arrays.equals(key, subject.stringValue().getBytes(UTF_8)))
            throw new UnfitData("malformed", "the key of the message is not the subject");
    }
}
