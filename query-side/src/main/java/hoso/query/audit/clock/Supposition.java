package hoso.query.audit.clock;

import hoso.event.EventKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Other facts than those that stand: some were not, others were at another time.
 *
 * @param moved the time that each is supposed to have happened at
 */
public record Supposition(Set<EventKey> without, Map<EventKey, Instant> moved) {

    public static final Supposition NONE = new Supposition(Set.of(), Map.of());

    public Supposition {
        without = Set.copyOf(without);
        moved = Map.copyOf(moved);
    }
}
