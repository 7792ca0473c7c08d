package hoso.command.publish;

import java.nio.charset.StandardCharsets;

/** An event as a consumer keeps it. */
record Published(String origin, long position, String subject, String value) {

    static Published of(String origin, long position, String subject, byte[] value) {
        return new Published(origin, position, subject, new String(value, StandardCharsets.UTF_8));
    }
}
