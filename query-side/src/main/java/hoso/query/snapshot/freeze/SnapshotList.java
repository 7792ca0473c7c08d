package hoso.query.snapshot.freeze;

import hoso.edge.Caller;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.ReadRights;
import hoso.query.question.Standpoints;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.ChainWalk;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Link;
import hoso.query.snapshot.chain.Sought;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists what was frozen, to whoever may see it, and walks along the chain. */
public final class SnapshotList {

    /** Rows looked at for one page: who may see but few of them goes on from where it ended. */
    private static final int LOOKED_AT_MAX = 1_000;

    private final Chain chain;
    private final Sight sight;
    private final KnownReference reference;
    private final Standpoints standpoints;

    public SnapshotList(Chain chain, Sight sight, KnownReference reference, Standpoints standpoints) {
        this.chain = chain;
        this.sight = sight;
        this.reference = reference;
        this.standpoints = standpoints;
    }

    /**
     * Some of the snapshots that a caller may see, the newest first.
     *
     * @param damaged numbers of those among them that somebody has changed; told to who may see all units
     * @param next the number below which there may be more; empty after the last
     */
    public record Page(List<Header> snapshots, List<Long> damaged, Optional<Long> next) {}

    /**
     * @param asked of units as those who ask call them
     * @param before only those of lower numbers
     * @throws hoso.edge.Problem {@code unavailable}, where too many lists are being read
     */
    public Page page(Sought asked, long before, int limit, Caller caller) {
        ReadRights rights = sight.rights(caller);
        List<Header> listed = new ArrayList<>();
        List<Long> damaged = new ArrayList<>();
        List<Link> rows = chain.table().reports(before, seen(asked, rights), LOOKED_AT_MAX);
        long last = before;
        for (int index = 0; index < rows.size(); index++) {
            if (listed.size() + damaged.size() == limit) return new Page(listed, damaged, Optional.of(last));
            if (index % limit == 0 && !rights.all())
                sight.prepare(rows.subList(index, Math.min(index + limit, rows.size())));
            Link row = rows.get(index);
            last = row.number();
            if (!sight.covers(row, rights)) continue;
            row.report().ifPresentOrElse(listed::add, () -> damaged.add(row.number()));
        }
        return new Page(listed, damaged, rows.size() == LOOKED_AT_MAX ? Optional.of(last) : Optional.empty());
    }

    /**
     * A snapshot that may be seen.
     *
     * @param units that it rolled up
     */
    public record Seen(Header header, Set<String> units) {}

    /**
     * What may have moved figures of snapshots.
     *
     * @param units whose snapshots roll up what moved, as the ledger calls them
     * @param day on which the first figure moved: periods that end before it are as they were
     * @param position at which the last one moved: what was frozen then or later knows of it
     */
    public record Moved(Set<String> units, LocalDate day, long position) {}

    /**
     * Snapshots that were looked for, the newest first.
     *
     * @param more whether others were not looked at
     */
    public record Found(List<Header> snapshots, boolean more) {}

    /**
     * Those among the snapshots that may have moved that a caller may see.
     *
     * @param wanted which of them are looked for
     * @throws hoso.edge.Problem {@code unavailable}, where too many lists are being read
     */
    public Found moved(Moved moved, Predicate<Seen> wanted, int limit, Caller caller) {
        ReadRights rights = sight.rights(caller);
        List<Header> found = new ArrayList<>();
        List<Link> rows =
                chain.table().reports(reached(moved.units(), rights), moved.day(), moved.position(), LOOKED_AT_MAX);
        for (int index = 0; index < rows.size(); index++) {
            if (found.size() == limit) return new Found(found, true);
            if (index % limit == 0) sight.prepare(rows.subList(index, Math.min(index + limit, rows.size())));
            Link row = rows.get(index);
            if (!sight.covers(row, rights)) continue;
            row.report()
                    .filter(header -> wanted.test(new Seen(header, sight.units(header))))
                    .ifPresent(found::add);
        }
        return new Found(found, rows.size() == LOOKED_AT_MAX);
    }

    private static Set<String> reached(Set<String> units, ReadRights rights) {
        if (rights.all()) return units;
        Set<String> reached = new HashSet<>(units);
        reached.retainAll(rights.reach());
        return reached;
    }

    /** The units whose snapshots are looked at: more would be read for nothing. */
    private Sought seen(Sought asked, ReadRights rights) {
        if (asked.units().isEmpty()) return rights.all() ? asked : asked.of(rights.reach());
        Names names = reference.names(standpoints.newest());
        return asked.of(asked.units().get().stream()
                .flatMap(unit -> names.units(unit).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Looks at rows of the chain one after the other, whatever they are of.
     *
     * @throws hoso.edge.Problem {@code forbidden}, where the caller may not see all units
     */
    public ChainWalk walk(long after, int limit, Caller caller) {
        sight.rights(caller).requireAllUnits();
        return chain.walk(after, limit);
    }
}
