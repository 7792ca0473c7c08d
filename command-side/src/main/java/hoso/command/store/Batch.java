package hoso.command.store;

import hoso.event.StoredEvent;
import hoso.event.wire.Digests;
import hoso.event.wire.StoredEventFormat;
import hoso.event.wire.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What goes into the log in one transaction: calls in the order they came, their events in consecutive places. */
final class Batch {

    /**
     * @param begins whether it is the first of its stream in this tenure, so that the store alone knows of the one before
     */
    record Entry(StoredEvent stored, PendingEvent pending, byte[] leaf, boolean begins) {}

    private final Instant recordedAt;
    private final String recordedAtText;
    private final StreamEnds ends;
    private final List<AppendCall> calls = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final long lostTo;
    private long position;
    private long newestReference;

    /**
     * @param ends of the tenure; what is taken in here is put there, so {@link StreamEnds#forget} is to follow where this is
     *     not stored
     */
    Batch(Head after, Instant recordedAt, StreamEnds ends) {
        this.ends = ends;
        this.recordedAt = recordedAt;
        this.recordedAtText = Times.utc(recordedAt);
        this.position = Math.max(after.position(), after.lostTo());
        this.lostTo = after.lostTo();
        this.newestReference = after.newestReference();
    }

    /**
     * Takes a call in, whole.
     *
     * @throws StaleReference where it was decided before a reference event that stands before it
     * @throws OutOfSequence where it does not follow what this tenure has stored of its streams, or is about to,
     *     or was decided on events that were not stored
     */
    void add(AppendCall call) {
        if (call.hasReference() && call.hasOthers())
            throw new IllegalArgumentException("a unit of work holds reference events or others, never both");
        if (call.wasDecidedInVain()) throw new OutOfSequence("decided on events that were not stored");
        if (call.decidedWith() < newestReference) throw new StaleReference(call.decidedWith(), newestReference);
        checkSequences(call);
        for (var pending : call.events()) place(pending);
        if (call.hasReference()) newestReference = position;
        calls.add(call);
    }

    private void checkSequences(AppendCall call) {
        var own = new HashMap<String, Integer>();
        for (var pending : call.events()) {
            var event = pending.event();
            String stream = event.stream().name();
            var last = own.containsKey(stream) ? own.get(stream) : ends.of(stream);
            if (last != null && event.sequence() != last + 1)
                throw new OutOfSequence("event " + event.sequence() + " of " + stream + " does not follow " + last);
            own.put(stream, event.sequence());
        }
    }

    private void place(PendingEvent pending) {
        position++;
        var event = pending.event();
        byte[] leaf = Digests.leaf(StoredEventFormat.head(position, recordedAtText), pending.rest());
        boolean begins = ends.of(event.stream().name()) == null;
        ends.put(event.stream().name(), event.sequence());
        entries.add(new Entry(new StoredEvent(position, recordedAt, event), pending, leaf, begins));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    List<AppendCall> calls() {
        return calls;
    }

    List<StoredEvent> stored() {
        return entries.stream().map(Entry::stored).toList();
    }

    /** The end of the log once this batch is in it. */
    Head head() {
        return new Head(position, recordedAt, newestReference, lostTo);
    }

    /** It is in the log: whoever waits is told where. */
    void accept() {
        for (var entry : entries)
            entry.pending().context().placed().at(entry.stored().position(), recordedAt);
        calls.forEach(AppendCall::accept);
    }
}
