package hoso.event.wire;

import static hoso.event.wire.OwnJson.literal;

import hoso.event.Stream;
import java.util.Optional;

/**
 * What stands at the beginning of a stored event, told without reading the rest of it.
 *
 * @param restFrom where the rest begins, behind position and time of recording: see {@link StoredEventFormat#rest}
 * @param stream of the store that it was accepted by
 */
public record StoredHeading(long position, int restFrom, int sequence, Stream stream) {

    private static final byte[] POSITION = literal("{\"position\":");
    private static final byte[] RECORDED_AT = literal(",\"recordedAt\":");

    /**
     * Reads the heading of what ends with an array.
     *
     * @return empty where it is not as we write it
     */
    public static Optional<StoredHeading> of(byte[] bytes, int from) {
        try {
            var in = new OwnJson(bytes, from, bytes.length);
            in.expect(POSITION);
            long position = in.whole();
            in.expect(RECORDED_AT);
            in.skipText();
            in.expect(',');
            int restFrom = in.at();
            in.expect(OwnReader.SEQUENCE);
            int sequence = in.number();
            in.expect(OwnReader.TYPE);
            EventType type = EventTypes.named(in.knownText()).orElseThrow(NotAsWritten::new);
            in.expect(OwnReader.SUBJECT);
            String subject = in.text();
            if (!ValueKind.CODE.matcher(subject).matches()) throw new NotAsWritten();
            return Optional.of(new StoredHeading(position, restFrom, sequence, EventTypes.stream(type, subject)));
        } catch (NotAsWritten foreign) {
            return Optional.empty();
        }
    }
}
