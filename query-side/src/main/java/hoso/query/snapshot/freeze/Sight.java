package hoso.query.snapshot.freeze;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.edge.Bulkhead;
import hoso.edge.Caller;
import hoso.query.question.KnownReference;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoints;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Link;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may see which snapshots: whoever sees all units that the report rolled up, as they were known then. */
public final class Sight {

    /** Units of the snapshots that were looked at lately: some tens of megabytes. */
    private static final long UNITS_MAX = 500_000;

    /** Each folds reference data from the beginning of the log. */
    private static final int LISTS_AT_ONCE = 2;

    private final KnownReference reference;
    private final Standpoints standpoints;
    private final InstantSource clock;
    private final Bulkhead reading = new Bulkhead(LISTS_AT_ONCE, "too many lists of snapshots are being read at once");

    /** Of a snapshot they never change. By number. */
    private final Cache<Long, Set<String>> subtrees = Caffeine.newBuilder()
            .maximumWeight(UNITS_MAX)
            .weigher((Long number, Set<String> units) -> units.size())
            .build();

    public Sight(KnownReference reference, Standpoints standpoints, InstantSource clock) {
        this.reference = reference;
        this.standpoints = standpoints;
        this.clock = clock;
    }

    ReadRights rights(Caller caller) {
        return ReadRights.of(caller, reference, standpoints.newest(), clock.instant());
    }

    /** Whether a row may be seen; one that was changed says nothing that could be judged. */
    boolean covers(Link row, ReadRights rights) {
        return rights.all()
                || row.report().map(header -> covers(header, rights)).orElse(false);
    }

    private boolean covers(Header header, ReadRights rights) {
        return rights.seesAll(units(header), header.about().to());
    }

    /** The units that a report rolled up. */
    Set<String> units(Header header) {
        return subtrees.get(header.number(), unseen -> subtree(header, reference));
    }

    private static Set<String> subtree(Header header, KnownReference reference) {
        return Set.copyOf(header.about().subtree(reference));
    }

    /** Looks at what some rows rolled up in the order of their positions, so that each goes on from the one before. */
    void prepare(List<Link> rows) {
        List<Header> unknown = rows.stream()
                .map(Link::report)
                .flatMap(Optional::stream)
                .filter(header -> subtrees.getIfPresent(header.number()) == null)
                .sorted(Comparator.comparingLong(header -> header.about().position()))
                .toList();
        if (unknown.isEmpty()) return;
        reading.run(() -> {
            KnownReference past = reference.anew();
            for (Header header : unknown) subtrees.put(header.number(), subtree(header, past));
        });
    }
}
