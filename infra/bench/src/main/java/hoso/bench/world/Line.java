package hoso.bench.world;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes CloudEvents in JSON, as one-stop software sends them: with the attributes of its tracing, which are accepted and
 * not stored. Of a dossier's six they have 424 bytes each on average.
 */
final class Line {

    private static final String SOURCE = "https://motcua.b1.example.vn";
    private static final long MICROS = 1_000_000;

    /** Of a time written without seconds, since they are zero. */
    private static final int MINUTES_LENGTH = 16;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder(640);

    static String reference(String type, String subject, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + type + "-" + subject + "\",\"source\":\"" + SOURCE
                + "\",\"type\":\"hoso." + type + ".v1\",\"subject\":\"" + subject
                + "\",\"time\":\"2023-01-01T08:00:00+07:00\",\"data\":" + data + "}";
    }

    /**
     * One event of a dossier.
     *
     * @param localMicros since 1970, on the clock of Việt Nam
     */
    byte[] dossier(long dossier, int nth, String type, String subject, long localMicros, String data) {
        text.setLength(0);
        text.append("{\"specversion\":\"1.0\",\"id\":\"");
        uuid(text, dossier, nth);
        text.append("\",\"source\":\"").append(SOURCE);
        text.append("\",\"type\":\"hoso.dossier.").append(type);
        text.append(".v1\",\"subject\":\"").append(subject);
        text.append("\",\"time\":\"");
        time(text, localMicros);
        text.append(
                "\",\"datacontenttype\":\"application/json\",\"dataschema\":\"https://example.vn/dossier\",\"traceparent\":\"00-");
        hex(text, Chance.bits(dossier, 40 + nth), 16);
        hex(text, Chance.bits(dossier, 50 + nth), 16);
        text.append('-');
        hex(text, Chance.bits(dossier, 60 + nth), 16);
        text.append("-01\",\"data\":").append(data).append('}');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A random UUID, version 4. */
    static void uuid(StringBuilder text, long thing, int aspect) {
        long high = Chance.bits(thing, 100 + aspect);
        long low = Chance.bits(thing, 200 + aspect);
        hex(text, high >>> 32, 8);
        text.append('-');
        hex(text, high >>> 16, 4);
        text.append("-4");
        hex(text, high, 3);
        text.append("-a");
        hex(text, low >>> 48, 3);
        text.append('-');
        hex(text, low, 12);
    }

    private static void hex(StringBuilder text, long bits, int digits) {
        for (int digit = digits - 1; digit >= 0; digit--) text.append(HEX[(int) (bits >>> (4 * digit)) & 15]);
    }

    private static void time(StringBuilder text, long localMicros) {
        int begins = text.length();
        text.append(LocalDateTime.ofEpochSecond(localMicros / MICROS, 0, ZoneOffset.UTC));
        if (text.length() - begins == MINUTES_LENGTH) text.append(":00");
        text.append('.');
        long micros = localMicros % MICROS;
        for (long unit = MICROS / 10; unit > 0; unit /= 10) text.append((char) ('0' + micros / unit % 10));
        text.append("+07:00");
    }
}
