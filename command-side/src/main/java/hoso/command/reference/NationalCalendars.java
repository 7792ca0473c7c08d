package hoso.command.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The working calendars of 2023–2026 as the Prime Minister's decisions fixed them, published at the first start like any
 * publisher's events.
 */
public final class NationalCalendars {

    private static final String RESOURCE = "/hoso/national-calendars.ndjson";

    private NationalCalendars() {}

    /** CloudEvents, one a line. */
    public static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(NationalCalendars.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + RESOURCE, broken);
        }
    }
}
