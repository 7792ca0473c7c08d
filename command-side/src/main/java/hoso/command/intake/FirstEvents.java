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
 * Publishes the national calendars into a store that has them not yet, before anything else is let in; sent again they
 * are duplicates.
 */
public final class FirstEvents {

    private static final Logger LOG = LoggerFactory.getLogger(FirstEvents.class);

    /** The publisher that history shows. */
    private static final Caller HOSO = new Caller("hoso", Set.of(Scope.REFERENCE_PUBLISH), Set.of("*"), UnitRights.ALL);

    private final Admission admission;
    private final Judging judging;
    private final EventStore store;

    public FirstEvents(Admission admission, Judging judging, EventStore store) {
        this.admission = admission;
        this.judging = judging;
        this.store = store;
    }

    /** Publishes them where this instance writes; a stand-by finds them published. */
    public void publish() {
        if (!store.writing()) return;
        try {
            List<Judging.Item> items =
                    NationalCalendars.lines().stream().map(this::item).toList();
            long added = judging.judge(items).stream()
                    .filter(Verdict.Accepted.class::isInstance)
                    .count();
            if (added > 0) LOG.info("published the national calendars of {} years", added);
        } catch (StoreUnavailable away) {
            LOG.warn("the national calendars are published at the next start: {}", away.getMessage());
        }
    }

    private Judging.Item item(String line) {
        return switch (admission.admit(1, line.getBytes(UTF_8), HOSO)) {
            case Offer.Admitted admitted -> admitted.item();
            case Offer.Refused refused -> throw new IllegalStateException(refused.detail());
        };
    }
}
