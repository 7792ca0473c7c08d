package hoso.event;

import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact that the clock of a dossier depends on; ordered by the time it happened, ties by position. */
public sealed interface ClockFact extends DossierFact {

    /**
     * The receipt, which begins the dossier.
     *
     * @param dueAt the appointment stated by the publisher; null where it is to be computed
     */
    record Received(
            String unit,
            String procedure,
            Channel channel,
            @Nullable Instant dueAt,
            @Nullable UUID applicantRef) implements ClockFact {}

    /** Stops the clock, where it comes by the due instant. */
    sealed interface Pause extends ClockFact {}

    record SupplementRequested() implements Pause {}

    record Suspended() implements Pause {}

    /** Lets the clock run again. */
    sealed interface Resume extends ClockFact {

        /** The pause that this resume brings with itself; null where that was published as a fact of its own. */
        @Nullable
        Instant since();

        /** The kind of pause it fits. */
        Pause ends();
    }

    record SupplementReceived(@Nullable Instant since) implements Resume {
        @Override
        public Pause ends() {
            return new SupplementRequested();
        }
    }

    record Resumed(@Nullable Instant since) implements Resume {
        @Override
        public Pause ends() {
            return new Suspended();
        }
    }

    record DueDateExtended(Instant dueAt) implements ClockFact {}

    /** Ends the work on a dossier. */
    sealed interface Closing extends ClockFact {
        Outcome outcome();
    }

    /**
     * @param outcome {@code APPROVED} or {@code REJECTED}
     */
    record Resolved(Outcome outcome) implements Closing {}

    record Withdrawn() implements Closing {
        @Override
        public Outcome outcome() {
            return Outcome.WITHDRAWN;
        }
    }

    record Declined() implements Closing {
        @Override
        public Outcome outcome() {
            return Outcome.DECLINED;
        }
    }
}
