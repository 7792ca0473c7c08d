package hoso.event;

import hoso.vocabulary.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact that reports count and the clock does not depend on; judged once, when it arrives. */
public sealed interface OtherFact extends DossierFact {

    record ComponentsDigitized(@Nullable Integer components) implements OtherFact {}

    record DataReused(@Nullable Integer components) implements OtherFact {}

    /**
     * @param amount whole VND
     */
    record FeeRequested(long amount) implements OtherFact {}

    /**
     * @param amount whole VND
     */
    record FeePaid(
            long amount, PaymentMethod method, @Nullable String transactionId) implements OtherFact {}

    enum PaymentMethod {
        ONLINE,
        COUNTER
    }

    /** The dossier lies with another agency; the unit that owes it stays. */
    record Forwarded(String holder) implements OtherFact {}

    record ResultIssued(boolean electronic) implements OtherFact {}

    record ResultDigitized() implements OtherFact {}

    record ResultReturned(Channel channel) implements OtherFact {}

    /** An apology, perhaps with a new appointment, which never moves the due instant. */
    record ApologyIssued(String letterNo, @Nullable Instant promisedAt) implements OtherFact {}

    record Notified(NoticeChannel by, NoticeSubject about) implements OtherFact {}

    enum NoticeChannel {
        SMS,
        EMAIL,
        APP,
        CALL
    }

    enum NoticeSubject {
        RESULT,
        SUPPLEMENT,
        SUSPENSION,
        LATENESS,
        OTHER
    }

    record SatisfactionRated(boolean satisfied, @Nullable Integer score) implements OtherFact {}

    /**
     * What the national portal showed.
     *
     * @param status 1–10 of the portal's list
     */
    record PortalStatusObserved(int status, @Nullable Boolean overdue, boolean synced) implements OtherFact {}
}
