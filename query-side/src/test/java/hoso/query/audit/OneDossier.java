package hoso.query.audit;

import hoso.event.Stream;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import hoso.query.feed.store.StoredRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One dossier as the store has it: received by H1.1 at position 3, forwarded at 5, closed late by refusal at 7, and its
 * receipt voided at 9. The text of the voiding is still there, that of the refusal was erased.
 */
final class OneDossier implements EventLog {

    static final String ID = "H1.1-250310-0001";

    private final List<LoggedEvent> events = new ArrayList<>();

    OneDossier() {
        add(3, 0, "received", "2025-03-10T02:00:00Z", """
                "data":{"unit":"H1.1","procedure":"1.000001","channel":"POSTAL"},
                "decision":{"taken":{"field":"A","kind":"WORKING_DAYS","amount":5,"feeRequired":true,
                "version":"2020-01-01","computedDueAt":"2025-03-17T02:00:00Z"},
                "rulings":[{"dueAt":"2025-03-17T02:00:00Z"}]}""");
        add(5, 1, "forwarded", "2025-03-11T02:00:00Z", """
                "data":{"holder":"H1.9"}""");
        add(7, 2, "declined", "2025-03-18T02:00:00Z", """
                "decision":{"rulings":[{"dueAt":"2025-03-17T02:00:00Z","timeliness":"LATE"}]},
                "texts":{"reason":"hash-of-refusal"}""");
        add(9, 3, "voided", "2025-03-19T02:00:00Z", """
                "data":{"corrects":{"source":"/one","id":"e0"},"authority":"QĐ 1"},
                "decision":{"target":0},"texts":{"reason":"hash-of-voiding"}""");
    }

    /** One more event, of which nothing can be made. */
    void addSick(long position) {
        add(position, 4, "withdrawn", "2025-03-20T02:00:00Z", """
                "decision":{"rulings":[{"dueAt":"no time at all"}]}""");
    }

    private void add(long position, int sequence, String type, String time, String more) {
        String rest = """
                "sequence":%d,"type":"hoso.dossier.%s.v1",
                "subject":"%s","source":"/one","id":"e%d","time":"%s","publisher":"office",%s}""".formatted(sequence, type, ID, sequence, time, more);
        Instant recordedAt = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(60 * (position % 10));
        events.add(new StoredRow(position, "d/" + ID, recordedAt, rest.getBytes(StandardCharsets.UTF_8), 0));
    }

    @Override
    public Map<String, List<LoggedEvent>> streams(Collection<Stream> streams, long position) {
        List<LoggedEvent> known =
                events.stream().filter(entry -> entry.position() <= position).toList();
        return !known.isEmpty() && streams.contains(Stream.dossier(ID)) ? Map.of("d/" + ID, known) : Map.of();
    }

    @Override
    public Set<String> known(Collection<Stream> streams, long position) {
        return streams(streams, position).keySet();
    }

    @Override
    public Map<Long, Map<String, String>> texts(Stream stream) {
        return Map.of(9L, Map.of("reason", "nhập nhầm"));
    }

    @Override
    public List<LoggedEvent> after(long position, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long head() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Instant> recordedAt(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long lastRecordedBy(Instant instant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void byStream(long position, Consumer<LoggedEvent> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LoggedEvent> reference(int without, long position) {
        throw new UnsupportedOperationException();
    }
}
