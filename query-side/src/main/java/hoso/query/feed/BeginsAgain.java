package hoso.query.feed;

import org.slf4j.Logger;
import org.springframework.core.NestedExceptionUtils;

/** Tells the log why something begins again: what fails once a second is one line, not one a second. For one thread. */
public final class BeginsAgain {

    private final Logger log;
    private final String who;

    /** Why it did last; empty while all goes well. */
    private String failed = "";

    /** @param who begins again, as in {@code the projector} */
    public BeginsAgain(Logger log, String who) {
        this.log = log;
        this.who = who;
    }

    public void because(Exception failure) {
        String reason = NestedExceptionUtils.getMostSpecificCause(failure).toString();
        if (!reason.equals(failed)) log.warn("{} begins again: {}", who, reason);
        failed = reason;
    }

    /** From now on the same failure is news. */
    public void goesWell() {
        failed = "";
    }
}
