package hoso.standalone.demo.life;

import java.nio.charset.StandardCharsets;

/** Writes what was told as one CloudEvent in JSON, without a line end. */
public final class Line {

    private final StringBuilder text = new StringBuilder(400);

    public byte[] of(Told told) {
        text.setLength(0);
        text.append("{\"specversion\":\"1.0\",\"id\":\"").append(told.id());
        text.append("\",\"source\":\"").append(told.source());
        text.append("\",\"type\":\"hoso.").append(told.type());
        text.append(".v1\",\"subject\":\"").append(told.subject());
        text.append("\",\"time\":\"");
        LocalTimes.append(text, told.occurredAt());
        text.append('"');
        if (!told.data().isEmpty()) text.append(",\"data\":").append(told.data());
        return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }
}
