package hoso.query.audit.clock;

import hoso.event.Amendment;
import hoso.event.EventKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Other facts than those that stand: some were not, others were at another time, or said something else.
 *
 * @param moved the time that each is supposed to have happened at
 * @param replaced what each is supposed to have said
 */
public record Supposition(
        Set<EventKey> without, Map<EventKey, Instant> moved, Map<EventKey, Amendment.Replacement> replaced) {

    public static final Supposition NONE = new Supposition(Set.of(), Map.of(), Map.of());

    public Supposition {
        without = Set.copyOf(without);
        moved = Map.copyOf(moved);
        replaced = Map.copyOf(replaced);
    }
}
