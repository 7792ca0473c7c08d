package hoso.command.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Something beside the events that has seen how far the store goes. It is asked before this instance serves writes: a store
 * that was restored to an earlier point would give positions a second time.
 */
@FunctionalInterface
public interface Witness {

    /**
     * Looks what it has seen, and whether the store still has it. One that cannot be asked now says {@link Sight#NONE}: a broker
     * that is away must not keep events from being taken.
     *
     * @param store reads the store
     */
    Sight look(Connection store) throws SQLException, IOException;

    /**
     * What a witness says.
     *
     * @param seen the newest position that it has seen; 0 for none
     * @param contradiction what of that the store no longer has, in a sentence; empty where it has all of it
     */
    record Sight(long seen, Optional<String> contradiction) {

        public static final Sight NONE = new Sight(0, Optional.empty());

        public static Sight of(long seen) {
            return new Sight(seen, Optional.empty());
        }

        public static Sight contradicted(long seen, String sentence) {
            return new Sight(seen, Optional.of(sentence));
        }
    }
}
