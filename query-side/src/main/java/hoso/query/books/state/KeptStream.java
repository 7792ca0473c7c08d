package hoso.query.books.state;

import hoso.query.ledger.Contribution;

/**
 * A dossier or petition as it now stands, kept in memory and changed event by event. Not safe for threads.
 *
 * @param <H> its history
 */
public sealed class KeptStream<H> permits KeptDossier {

    private final String id;
    private H history;
    private Contribution contribution;
    private boolean elsewhere;
    private long position;

    KeptStream(String id, H history, Contribution contribution, boolean elsewhere) {
        this.id = id;
        this.history = history;
        this.contribution = contribution;
        this.elsewhere = elsewhere;
    }

    /** One that no event has touched, as far as is known. */
    public static <H> KeptStream<H> unknown(String id, H unknown) {
        return new KeptStream<>(id, unknown, Contribution.NOTHING, false);
    }

    public String id() {
        return id;
    }

    public H history() {
        return history;
    }

    /** What the history contributes. */
    public Contribution contribution() {
        return contribution;
    }

    /** Whether it was once with another unit than now, or is with none. */
    boolean elsewhere() {
        return elsewhere;
    }

    /** Of the last event that has changed it here; 0 where none has. */
    public long position() {
        return position;
    }

    /** How it stands in its row. */
    void read(H history, Contribution contribution, boolean elsewhere) {
        this.history = history;
        this.contribution = contribution;
        this.elsewhere = elsewhere;
    }

    /**
     * After an event.
     *
     * @param left whether it is no longer with the unit it was with
     */
    public void change(H next, Contribution after, boolean left, long position) {
        this.history = next;
        this.contribution = after;
        this.elsewhere |= left;
        this.position = position;
    }
}
