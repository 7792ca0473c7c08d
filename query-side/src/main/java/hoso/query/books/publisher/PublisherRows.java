package hoso.query.books.publisher;

import hoso.event.AcceptedEvent;
import hoso.event.Stream;
import hoso.query.books.packed.Packer;
import hoso.query.feed.FedEvent;
import hoso.query.feed.OriginCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what was published until it is committed. Not safe for threads. */
public final class PublisherRows {

    private static final long MICROS_OF_HOUR = Duration.ofHours(1).toMillis() * 1_000;

    private Map<Published.Key, Published> gathered = new LinkedHashMap<>();

    /**
     * @param unit the number of the owning unit; 0 where it has none that is known
     */
    public void event(FedEvent.Readable fed, int unit) {
        AcceptedEvent event = fed.event();
        long micros = Packer.micros(fed.recordedAt());
        var key = new Published.Key(
                Math.toIntExact(Math.floorDiv(micros, MICROS_OF_HOUR)),
                Block.of(fed.position()),
                origin(event.stream()),
                event.publisher(),
                event.key().source(),
                unit);
        Published known = gathered.get(key);
        if (known == null) gathered.put(key, new Published(fed.position(), micros));
        else known.add(fed.position(), micros);
    }

    private static String origin(Stream stream) {
        boolean told = stream.kind() == Stream.Kind.REFERENCE || OriginCode.hasOrigin(stream.subject());
        return told ? OriginCode.origin(stream) : "";
    }

    /** All that was gathered since this was last asked. */
    Map<Published.Key, Published> take() {
        Map<Published.Key, Published> taken = gathered;
        gathered = new LinkedHashMap<>();
        return taken;
    }

    /** To be written in the transaction that moves the place. */
    public PublisherTable.Change takeChange() {
        return new PublisherTable.Change(take());
    }
}
