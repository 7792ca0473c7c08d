package hoso.query.books.state;

import hoso.event.history.DossierHistory;
import hoso.query.ledger.Contribution;

/** A dossier on the shelf, and what is known of its row. */
public final class KeptDossier extends KeptStream<DossierHistory> {

    /** Id, history and contribution without any fact or line, and their place in a map. */
    private static final int BYTES = 500;

    /** A clock fact with its instants and its ruling. */
    private static final int BYTES_OF_CLOCK_FACT = 160;

    private static final int BYTES_OF_OTHER_FACT = 120;
    private static final int BYTES_OF_LINE = 2 * Long.BYTES;

    /** What its row says is not known yet. */
    boolean unread;

    /** It has a row already, be it an older one. */
    boolean stored;

    /** Its row says something else, or there is none. */
    boolean changed;

    /** As last counted. */
    int size;

    /** The newest of the shelf in which it stands. */
    int row;

    KeptDossier(String id, boolean unread) {
        super(id, DossierHistory.UNKNOWN, Contribution.NOTHING, false);
        this.unread = unread;
    }

    /** How many bytes of the heap it takes, about. */
    int bytes() {
        DossierHistory history = history();
        return BYTES
                + BYTES_OF_CLOCK_FACT * history.clock().size()
                + BYTES_OF_OTHER_FACT * history.others().size()
                + BYTES_OF_LINE * contribution().size();
    }
}
