package hoso.query.snapshot.replay;

/**
 * An event that a replay names.
 *
 * @param position in the store that accepted it
 * @param stream as {@code d/H20.12-240221-0001}
 */
public record DamagedEvent(long position, String stream, Damage damage) {

    /** What is wrong with it. */
    public enum Damage {
        /** Its bytes no longer have the leaf hash that was stored with them. */
        CHANGED,
        /** It does not follow the events of its stream before it, or cannot be read or folded. */
        UNREADABLE,
        /** There is no event at its position, though there are later ones, or were when the snapshot was frozen. */
        MISSING
    }
}
