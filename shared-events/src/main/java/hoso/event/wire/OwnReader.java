package hoso.event.wire;

import static hoso.event.wire.OwnJson.literal;

import hoso.event.AcceptedEvent;
import hoso.event.ContentHash;
import hoso.event.Decision;
import hoso.event.EventKey;
import hoso.event.Fact;
import hoso.event.Statement;
import hoso.event.Stream;
import java.time.Instant;
import java.util.Map;

/**
 * Reads what {@link StoredEventFormat#rest} wrote, for whoever only folds it: in one pass over the bytes, which takes a
 * third of the time that a tree does. Where anything is not as it is written there, it throws {@link NotAsWritten}.
 */
final class OwnReader {

    static final byte[] SEQUENCE = literal("\"sequence\":");
    static final byte[] TYPE = literal(",\"type\":");
    static final byte[] SUBJECT = literal(",\"subject\":");
    private static final byte[] SOURCE = literal(",\"source\":");
    private static final byte[] ID = literal(",\"id\":");
    private static final byte[] TIME = literal(",\"time\":");
    private static final byte[] PUBLISHER = literal(",\"publisher\":");
    private static final byte[] DATA = literal(",\"data\":");
    private static final byte[] DECISION = literal(",\"decision\":");
    private static final byte[] TEXTS = literal(",\"texts\":{");

    private static final Statement NO_STATEMENT = new Statement("", "{}", new ContentHash(0, 0));

    private OwnReader() {}

    static AcceptedEvent read(Stream stream, OwnJson in) {
        in.expect(SEQUENCE);
        int sequence = in.number();
        in.expect(TYPE);
        EventType type = EventTypes.named(in.knownText()).orElseThrow(NotAsWritten::new);
        in.expect(SUBJECT);
        String subject = in.text();
        in.expect(SOURCE);
        String source = in.knownName();
        in.expect(ID);
        in.skipText();
        in.expect(TIME);
        Instant time = in.instant();
        in.expect(PUBLISHER);
        String publisher = in.knownName();
        Fact fact = in.take(DATA) ? type.readOwn(in) : type.withoutData();
        Decision decision = in.take(DECISION) ? OwnDecision.read(in, sequence) : Decision.NONE;
        if (in.take(TEXTS)) skipTexts(in);
        in.expect('}');
        in.expectEnd();
        return folded(stream, subject, sequence, source, time, publisher, fact, decision);
    }

    /** An event without what no folding looks at: its id, what was published, and the hashes of its texts. */
    static AcceptedEvent folded(
            Stream stream,
            String subject,
            int sequence,
            String source,
            Instant time,
            String publisher,
            Fact fact,
            Decision decision) {
        var key = new EventKey(source, "");
        return new AcceptedEvent(
                stream, sequence, subject, key, time, publisher, fact, NO_STATEMENT, decision, Map.of());
    }

    private static void skipTexts(OwnJson in) {
        do {
            in.skipText();
            in.expect(':');
            in.skipText();
        } while (in.take(','));
        in.expect('}');
    }
}
