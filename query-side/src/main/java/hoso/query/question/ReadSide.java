package hoso.query.question;

import java.util.List;

/** What the read side tells of itself. */
public interface ReadSide {

    /**
     * A rebuild of the books beside the live ones.
     *
     * @param done events folded
     * @param total events there are
     */
    record Rebuild(boolean running, long done, long total) {}

    /** One that nothing is rebuilt of, and that misses nothing. */
    ReadSide COMPLETE = new ReadSide() {

        @Override
        public Rebuild rebuild() {
            return new Rebuild(false, 0, 0);
        }

        @Override
        public List<ParkedStream> parked(long position) {
            return List.of();
        }
    };

    Rebuild rebuild();

    /** What does not go on until somebody mends it, each in one sentence. */
    default List<String> stopped() {
        return List.of();
    }

    /** What was parked at or before a position, in order. */
    List<ParkedStream> parked(long position);
}
