package hoso.query.snapshot.chain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a walk along the chain has seen.
 *
 * <p>Rows that were taken from its end are missed by nothing that is left: who keeps the number and the hash of the last row
 * elsewhere can tell.
 *
 * @param rows how many it has looked at
 * @param last of them; empty where there was none
 * @param damaged those that are no longer what was added, or follow one that is not there
 * @param more whether there may be rows after them
 */
public record ChainWalk(long rows, Optional<Link> last, List<Damaged> damaged, boolean more) {

    public record Damaged(long number, Set<Tampering> tampering) {}

    public ChainWalk {
        damaged = List.copyOf(damaged);
    }

    /**
     * @param after the number they come after
     * @param rows in order
     * @param before the hash of the row before them
     * @param limit how many were asked for
     */
    static ChainWalk of(long after, List<Walked> rows, String before, int limit) {
        List<Damaged> damaged = new ArrayList<>();
        String previous = before;
        long last = after;
        for (Walked row : rows) {
            long number = row.link().number();
            Set<Tampering> found = tampering(row, number == last + 1 ? previous : "");
            if (!found.isEmpty()) damaged.add(new Damaged(number, found));
            previous = row.link().hash();
            last = number;
        }
        Optional<Link> end =
                rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().link());
        return new ChainWalk(rows.size(), end, damaged, rows.size() == limit);
    }

    private static Set<Tampering> tampering(Walked row, String before) {
        Set<Tampering> found = EnumSet.noneOf(Tampering.class);
        if (!row.link().intact()) found.add(Tampering.ROW);
        row.link().header().ifPresent(header -> {
            if (!header.sha256().equals(row.content())) found.add(Tampering.CONTENT);
            if (!header.previous().equals(before)) found.add(Tampering.ROW_BEFORE);
        });
        return found;
    }
}
