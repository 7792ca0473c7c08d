package hoso.query.books.projection;

import org.jspecify.annotations.Nullable;

/**
 * What the projector of this process is about.
 *
 * @param projected the position that the live books have reached, as last seen from here
 * @param parked how many streams are left out of them; 0 in stand-by, where nobody here knows
 * @param reason why it stopped; null otherwise
 */
public record ProjectorStatus(
        Phase phase,
        long projected,
        int parked,
        RebuildProgress rebuild,
        @Nullable String reason) {

    public enum Phase {
        /** Another one writes the books, or the database is away. */
        STANDBY,
        PROJECTING,
        /** The log is not the one the books were made from; somebody must decide what to do. */
        STOPPED
    }
}
