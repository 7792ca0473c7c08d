package hoso.command.reference;

import hoso.command.judgement.Reference;
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

    /** The data with the date that its tree is of. */
    private record Page(LocalDate date, Reference reference) {}

    private static final Page EMPTY = page(LocalDate.EPOCH, 0, ReferenceRegister.EMPTY);

    private final AtomicReference<Page> page = new AtomicReference<>(EMPTY);

    /** The data now known, with the tree of units as of a date. */
    public Reference on(LocalDate today) {
        Page now = page.get();
        if (now.date().equals(today)) return now.reference();
        Page turned = page(today, now.reference().position(), now.reference().register());
        page.compareAndSet(now, turned);
        return turned.reference();
    }

    /** Takes in what was committed; other streams do not matter here. */
    public void committed(List<StoredEvent> events) {
        List<StoredEvent> published = events.stream()
                .filter(stored -> stored.event().stream().equals(Stream.REFERENCE))
                .toList();
        if (!published.isEmpty()) page.updateAndGet(now -> after(now, published));
    }

    /** Begins again from the events given, as when the right to write came here. */
    public void reload(List<StoredEvent> events) {
        page.set(EMPTY);
        committed(events);
    }

    /** The tree is made once for all of them: it costs by the number of units. */
    private static Page after(Page before, List<StoredEvent> published) {
        ReferenceRegister register = before.reference().register();
        for (StoredEvent stored : published)
            register = register.with(
                    stored.event().subject(), (ReferenceFact) stored.event().fact());
        return page(before.date(), published.getLast().position(), register);
    }

    private static Page page(LocalDate date, long position, ReferenceRegister register) {
        return new Page(date, new Reference(position, register, register.tree(date)));
    }
}
