package hoso.command.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something beside the events that has seen how far the store goes. It is asked before this instance serves writes: a store
 * that was restored to an earlier point would give positions a second time.
 */
@FunctionalInterface
public interface Witness {

    /**
     * Looks what it has seen, and whether the store still has it. A broker or another database that is away says
     * {@link Sight#NONE}: that must not keep events from being taken. What lies here and cannot be read contradicts.
     *
     * @param store reads the store
     */
    Sight look(Connection store) throws SQLException;

    /**
     * What a witness says.
     *
     * @param seen the newest position that it has seen; 0 for none
     * @param incarnation the highest of the store that it has seen; 0 for none
     * @param missing what of that lies behind the end of the store, in sentences: it may be declared as lost
     * @param differing what the store has otherwise than it was seen, in sentences: no loss explains that
     */
    record Sight(long seen, int incarnation, List<String> missing, List<String> differing) {

        public static final Sight NONE = of(0);

        public Sight {
            missing = List.copyOf(missing);
            differing = List.copyOf(differing);
        }

        public static Sight of(long seen) {
            return new Sight(seen, 0, List.of(), List.of());
        }

        public static Sight missing(long seen, String sentence) {
            return new Sight(seen, 0, List.of(sentence), List.of());
        }

        public static Sight differing(long seen, String sentence) {
            return new Sight(seen, 0, List.of(), List.of(sentence));
        }

        /** Likewise, of an incarnation. */
        public Sight as(int seenIncarnation) {
            return new Sight(seen, seenIncarnation, missing, differing);
        }

        /** What this one and another say. */
        public Sight with(Sight other) {
            return new Sight(
                    Math.max(seen, other.seen),
                    Math.max(incarnation, other.incarnation),
                    Stream.concat(missing.stream(), other.missing.stream()).toList(),
                    Stream.concat(differing.stream(), other.differing.stream()).toList());
        }
    }
}
