package hoso.query.audit.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One reason why the portal says otherwise, with what it is seen by; {@link Sentences} puts it into words. */
public sealed interface Difference {

    Cause cause();

    /**
     * @param since the first observation of those that have not been synced up to now
     * @param syncedUntil the last that was; null where none was
     */
    record NotSynced(Instant since, @Nullable Instant syncedUntil) implements Difference {
        @Override
        public Cause cause() {
            return Cause.NOT_SYNCED;
        }
    }

    /**
     * @param before what the portal showed until then; null where an end was the first it showed
     * @param after an end while the dossier waited or was open here, or an open status after an end
     */
    record StatusRewritten(@Nullable Observation before, Observation after) implements Difference {
        @Override
        public Cause cause() {
            return Cause.STATUS_REWRITTEN;
        }
    }

    /**
     * @param on when it was extended
     * @param shown what the portal showed after the old due instant, by the new one
     */
    record Extended(Instant on, Instant oldDueAt, Instant newDueAt, Observation shown) implements Difference {
        @Override
        public Cause cause() {
            return Cause.EXTENDED;
        }
    }

    /**
     * @param on when the apology was issued
     */
    record ReAppointed(Instant on, Instant dueAt, Instant promisedAt, Observation shown) implements Difference {
        @Override
        public Cause cause() {
            return Cause.RE_APPOINTED;
        }
    }

    /**
     * @param until when the pause ended; null while it lasts
     * @param oldDueAt the due instant without the pause
     */
    record PauseNotSeen(Instant from, @Nullable Instant until, Instant oldDueAt, Observation shown)
            implements Difference {
        @Override
        public Cause cause() {
            return Cause.PAUSE_NOT_SEEN;
        }
    }

    /**
     * @param until when the suspension ended; null while it lasts
     * @param oldDueAt the due instant without it
     */
    record SuspensionNotSeen(Instant from, @Nullable Instant until, Instant oldDueAt, Observation shown)
            implements Difference {
        @Override
        public Cause cause() {
            return Cause.SUSPENSION_NOT_SEEN;
        }
    }

    record SecondRequest(Instant on) implements Difference {
        @Override
        public Cause cause() {
            return Cause.SECOND_REQUEST;
        }
    }

    record UnansweredRequest(Instant on) implements Difference {
        @Override
        public Cause cause() {
            return Cause.UNANSWERED_REQUEST;
        }
    }

    /**
     * @param shown the last that was observed, which may lie before the closing
     */
    record NeverClosedThere(Instant closedAt, Observation shown) implements Difference {
        @Override
        public Cause cause() {
            return Cause.NEVER_CLOSED_THERE;
        }
    }

    /**
     * @param end the observation that ended it there
     */
    record ClosedLaterThere(Instant closedAt, Instant dueAt, Observation end) implements Difference {
        @Override
        public Cause cause() {
            return Cause.CLOSED_LATER_THERE;
        }
    }

    /**
     * @param end the observation that ended it there
     */
    record ClosedEarlierThere(Instant closedAt, Instant dueAt, Observation end) implements Difference {
        @Override
        public Cause cause() {
            return Cause.CLOSED_EARLIER_THERE;
        }
    }

    /**
     * @param end the observation that ended it there
     */
    record ClosedThereAlone(Observation end) implements Difference {
        @Override
        public Cause cause() {
            return Cause.CLOSED_THERE_ALONE;
        }
    }

    /**
     * @param shown the observation that says so; null where the portal's rule alone does
     */
    record OverdueThereAlone(Instant dueAt, @Nullable Observation shown) implements Difference {
        @Override
        public Cause cause() {
            return Cause.OVERDUE_THERE_ALONE;
        }
    }

    /**
     * @param shown the observation that says otherwise; null where the portal's rule alone does
     */
    record OverdueHereAlone(Instant dueAt, @Nullable Observation shown) implements Difference {
        @Override
        public Cause cause() {
            return Cause.OVERDUE_HERE_ALONE;
        }
    }
}
