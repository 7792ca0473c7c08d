package hoso.command.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.command.reference.NationalCalendars;
import hoso.command.store.EventStore;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Caller;
import hoso.edge.Scope;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the national calendars into a store that has them not yet, before anything else is judged there: at the start,
 * or when this instance takes over from one that did not come to it. Sent again they are duplicates.
 */
public final class FirstEvents implements Judging.FirstOfTenure {

    private static final Logger LOG = LoggerFactory.getLogger(FirstEvents.class);

    /** The publisher that history shows. */
    private static final Caller HOSO = new Caller("hoso", Set.of(Scope.REFERENCE_PUBLISH), Set.of("*"), UnitRights.ALL);

    private final Admission admission;
    private final Judging judging;
    private final EventStore store;

    /** The tenure in which they were published last. */
    private volatile long published;

    /** The same, or that in which they are being published now. */
    private long tenure;

    public FirstEvents(Admission admission, Judging judging, EventStore store) {
        this.admission = admission;
        this.judging = judging;
        this.store = store;
        judging.first(this);
    }

    /** At the start, where this instance writes; so that a question asked before any event finds them. */
    public void publish() {
        try {
            if (store.writing()) before(store.tenure());
        } catch (StoreUnavailable away) {
            LOG.info("the national calendars are published before the first event: {}", away.getMessage());
        }
    }

    @Override
    public void before(long now) {
        if (now != 0 && now != published) publish(now);
    }

    /** Whoever comes while they are being published waits. */
    private synchronized void publish(long now) {
        if (now == tenure) return;
        long last = tenure;
        tenure = now; // their own judging comes by here
        try {
            List<Judging.Item> items =
                    NationalCalendars.lines().stream().map(this::item).toList();
            long added = judging.judge(items).stream()
                    .filter(Verdict.Accepted.class::isInstance)
                    .count();
            if (added > 0) LOG.info("published the national calendars of {} years", added);
            published = now;
        } catch (RuntimeException failed) {
            tenure = last;
            throw failed;
        }
    }

    private Judging.Item item(String line) {
        return switch (admission.admit(1, line.getBytes(UTF_8), HOSO)) {
            case Offer.Admitted admitted -> admitted.item();
            case Offer.Refused refused -> throw new IllegalStateException(refused.detail());
        };
    }
}
