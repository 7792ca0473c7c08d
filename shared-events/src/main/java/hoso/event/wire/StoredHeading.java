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
public record StoredHeading(long position, int restFrom, Stream stream) {

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
            in.number();
            in.expect(OwnReader.TYPE);
            String type = in.knownText();
            in.expect(OwnReader.SUBJECT);
            String subject = in.text();
            if (!ValueKind.isCode(subject)) throw new NotAsWritten();
            return Optional.of(new StoredHeading(position, restFrom, stream(type, subject)));
        } catch (NotAsWritten foreign) {
            return Optional.empty();
        }
    }

    /** By what its name says it is about: a newer store may publish types that we do not know yet. */
    private static Stream stream(String type, String subject) {
        return switch (type.split("\\.", 3)[type.startsWith("hoso.") ? 1 : 0]) {
            case "dossier" -> Stream.dossier(subject);
            case "petition" -> Stream.petition(subject);
            case "unit", "procedure", "calendar" -> Stream.REFERENCE;
            default -> throw new NotAsWritten();
        };
    }
}
