package hoso.command.store;

import org.jspecify.annotations.Nullable;

/**
 * Where streams end, as far as the writer itself has stored their last events in this tenure: nobody else writes
 * meanwhile, so the database need not be asked whether the event before is there, which took it a sixth of storing one.
 * Used by the writer's thread alone.
 */
final class StreamEnds {

    /** Some 10 MB; more than the dossiers that have events on the same days. */
    private static final int STREAMS_MAX = 100_000;

    private final RecentEntries sequences = new RecentEntries(STREAMS_MAX, any -> 1);

    /** The sequence of the last event of a stream; null where the database alone knows. */
    @Nullable
    Integer of(String stream) {
        return (Integer) sequences.get(stream);
    }

    void put(String stream, int sequence) {
        sequences.put(stream, sequence);
    }

    /** After a transaction that was refused: what was put for it is not there. */
    void forget() {
        sequences.clear();
    }
}
