package hoso.command.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.event.Publication;
import hoso.event.ReferenceFact;
import hoso.event.history.ReferenceRegister;
import hoso.event.wire.CloudEventReader;
import hoso.event.wire.StrictJson;
import hoso.vocabulary.WorkingCalendar;
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

    /** What they make together. */
    public static WorkingCalendar calendar() {
        ReferenceRegister register = ReferenceRegister.EMPTY;
        for (String line : lines()) {
            Publication published = CloudEventReader.read(StrictJson.read(line.getBytes(UTF_8)));
            register = register.with(published.subject(), (ReferenceFact) published.fact());
        }
        return register.calendar();
    }

    /** CloudEvents, one a line. */
    public static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(NationalCalendars.class.getResourceAsStream(RESOURCE))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + RESOURCE, broken);
        }
    }
}
