package hoso.query.desk.entrance;

import hoso.edge.Caller;
import java.time.Instant;

/**
 * Somebody who is signed in.
 *
 * @param csrf what forms of this session send along
 * @param ends after which it is none
 */
record DeskSession(String id, Caller caller, String csrf, Instant ends) {

    /** Neither of the secrets. */
    @Override
    public String toString() {
        return "the session of " + caller.subject() + " until " + ends;
    }
}
