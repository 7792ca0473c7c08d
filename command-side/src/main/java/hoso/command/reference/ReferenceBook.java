package hoso.command.reference;

import hoso.command.judgement.Reference;
import hoso.command.store.SickEvent;
import hoso.event.ReferenceFact;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.history.ReferenceRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The reference data as of the newest commit, kept in memory by the one writer and handed to deciders.
 *
 * <p>It may lag a commit behind; the store sends back whatever was decided with older data than stands before it.
 */
public final class ReferenceBook {

    private static final Reference EMPTY = Reference.on(LocalDate.EPOCH, 0, ReferenceRegister.EMPTY);

    private final AtomicReference<Reference> page = new AtomicReference<>(EMPTY);

    /** The data now known, with the tree of units as of a date. */
    public Reference on(LocalDate today) {
        Reference now = page.get();
        if (now.date().equals(today)) return now;
        Reference turned = Reference.on(today, now.position(), now.register());
        page.compareAndSet(now, turned);
        return turned;
    }

    /** Takes in what was committed; other streams do not matter here. */
    public void committed(List<StoredEvent> events) {
        List<StoredEvent> published = events.stream()
                .filter(stored -> stored.event().stream().equals(Stream.REFERENCE))
                .toList();
        if (!published.isEmpty()) page.updateAndGet(now -> after(now, published));
    }

    /**
     * Begins again from the events given, as when the right to write came here.
     *
     * @throws SickEvent where one of them cannot be folded, or is not there: half of it must decide nothing
     */
    public void reload(List<StoredEvent> events) {
        checkOrder(events);
        page.set(EMPTY);
        committed(events);
    }

    private static void checkOrder(List<StoredEvent> events) {
        for (int before = 0; before < events.size(); before++) {
            int sequence = events.get(before).event().sequence();
            if (sequence != before)
                throw sick(events.get(before), new IllegalStateException(sequence + " follows " + before + " events"));
        }
    }

    /** The tree is made once for all of them: it costs by the number of units. */
    private static Reference after(Reference before, List<StoredEvent> published) {
        ReferenceRegister register = before.register();
        for (StoredEvent stored : published) register = after(register, stored);
        return Reference.on(before.date(), published.getLast().position(), register);
    }

    private static ReferenceRegister after(ReferenceRegister before, StoredEvent stored) {
        try {
            return before.with(
                    stored.event().subject(), (ReferenceFact) stored.event().fact());
        } catch (RuntimeException unfoldable) {
            throw sick(stored, unfoldable);
        }
    }

    private static SickEvent sick(StoredEvent stored, RuntimeException cause) {
        return new SickEvent("the reference event at position " + stored.position(), cause);
    }
}
