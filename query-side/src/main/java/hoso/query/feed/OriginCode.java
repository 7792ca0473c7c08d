package hoso.query.feed;

import hoso.edge.Parameters;
import hoso.event.Stream;

/**
 * Codes and ids of several origins beside each other: {@code H20:H20.12}, where a log of one store has {@code H20.12}. No
 * code has a colon by itself.
 */
public final class OriginCode {

    private static final char SEPARATOR = ':';

    private OriginCode() {}

    public static String of(String origin, String code) {
        return origin + SEPARATOR + code;
    }

    public static boolean hasOrigin(String code) {
        return code.indexOf(SEPARATOR) >= 0;
    }

    /** Whether a text has the form of a code, with an origin or without. */
    public static boolean isCode(String text) {
        return Parameters.isCode(plain(text)) && (!hasOrigin(text) || Parameters.isCode(origin(text)));
    }

    /** The origin of a code that has one. */
    public static String origin(String code) {
        return code.substring(0, code.indexOf(SEPARATOR));
    }

    /** The code as its origin has it. */
    public static String plain(String code) {
        return code.substring(code.indexOf(SEPARATOR) + 1);
    }

    /** A stream of an origin: of dossier {@code D1} {@code d/H20:D1}, of all its reference data {@code r/H20}. */
    public static Stream stream(String origin, Stream stream) {
        return switch (stream.kind()) {
            case DOSSIER -> Stream.dossier(of(origin, stream.subject()));
            case PETITION -> Stream.petition(of(origin, stream.subject()));
            case REFERENCE -> Stream.named(stream.name() + origin);
        };
    }

    /** The origin of a stream that has one. */
    public static String origin(Stream stream) {
        return stream.kind() == Stream.Kind.REFERENCE ? stream.subject() : origin(stream.subject());
    }
}
