package hoso.query.snapshot.restatement;

import hoso.query.snapshot.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the dossiers that moved one figure, and keeps the first of a page. */
final class ListedMoves {

    private final Listing listing;
    private final Map<Cause, DossierCount> byCause = new EnumMap<>(Cause.class);
    private final DossierCount afterBegin = new DossierCount();
    private final TreeMap<String, List<MovedEvent>> first = new TreeMap<>();
    private boolean more;

    ListedMoves(Listing listing) {
        this.listing = listing;
    }

    /**
     * @param number empty where there are too many to be numbered
     */
    void add(String dossier, OptionalInt number, MovedEvent event) {
        byCause.computeIfAbsent(event.cause(), unseen -> new DossierCount()).add(number);
        if (dossier.compareTo(listing.after()) <= 0) return;
        afterBegin.add(number);
        first.computeIfAbsent(dossier, unseen -> new ArrayList<>()).add(event);
        if (first.size() <= listing.limit()) return;
        // one that is left out never comes back: those kept only ever come before it
        first.pollLastEntry();
        more = true;
    }

    /** How many moved it for one cause; null where they are too many to be counted. */
    @Nullable
    Long dossiers(Cause cause) {
        DossierCount count = byCause.get(cause);
        return count == null ? Long.valueOf(0) : count.known();
    }

    List<MovedDossier> told() {
        List<MovedDossier> told = new ArrayList<>();
        first.forEach((id, events) -> told.add(new MovedDossier(
                id, events.stream().mapToLong(MovedEvent::difference).sum(), events)));
        return told;
    }

    /** The last of those told, where more come after it. */
    @Nullable
    String next() {
        return more ? first.lastKey() : null;
    }

    /** How many come after those told; null where there is none, or they are too many to be counted. */
    @Nullable
    Long left() {
        Long all = afterBegin.known();
        return !more || all == null ? null : Long.valueOf(all - first.size());
    }
}
