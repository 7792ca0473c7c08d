package hoso.query.books.packed;

import hoso.event.ClockFact;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clock facts as bytes: a number for the kind, then its data. */
final class ClockFactCodec {

    private static final Channel[] CHANNELS = Channel.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private ClockFactCodec() {}

    static void write(Packer packer, ClockFact fact) {
        switch (fact) {
            case ClockFact.Received received -> received(packer.octet(0), received);
            case ClockFact.SupplementRequested requested -> packer.octet(1);
            case ClockFact.Suspended suspended -> packer.octet(2);
            case ClockFact.SupplementReceived received -> packer.octet(3).optionalInstant(received.since());
            case ClockFact.Resumed resumed -> packer.octet(4).optionalInstant(resumed.since());
            case ClockFact.DueDateExtended extended -> packer.octet(5).instant(extended.dueAt());
            case ClockFact.Resolved resolved ->
                packer.octet(6).octet(resolved.outcome().ordinal());
            case ClockFact.Withdrawn withdrawn -> packer.octet(7);
            case ClockFact.Declined declined -> packer.octet(8);
        }
    }

    static ClockFact read(Unpacker unpacker) {
        int kind = unpacker.octet();
        return switch (kind) {
            case 0 -> received(unpacker);
            case 1 -> new ClockFact.SupplementRequested();
            case 2 -> new ClockFact.Suspended();
            case 3 -> new ClockFact.SupplementReceived(unpacker.optionalInstant());
            case 4 -> new ClockFact.Resumed(unpacker.optionalInstant());
            case 5 -> new ClockFact.DueDateExtended(unpacker.instant());
            case 6 -> new ClockFact.Resolved(OUTCOMES[unpacker.octet()]);
            case 7 -> new ClockFact.Withdrawn();
            case 8 -> new ClockFact.Declined();
            default -> throw new IllegalStateException("no clock fact has the number " + kind);
        };
    }

    private static void received(Packer packer, ClockFact.Received received) {
        packer.text(received.unit()).text(received.procedure());
        packer.octet(received.channel().ordinal()).optionalInstant(received.dueAt());
        UUID applicant = received.applicantRef();
        packer.octet(applicant == null ? 0 : 1);
        if (applicant != null)
            packer.whole(applicant.getMostSignificantBits()).whole(applicant.getLeastSignificantBits());
    }

    private static ClockFact.Received received(Unpacker unpacker) {
        return new ClockFact.Received(
                unpacker.text(),
                unpacker.text(),
                CHANNELS[unpacker.octet()],
                unpacker.optionalInstant(),
                applicant(unpacker));
    }

    private static @Nullable UUID applicant(Unpacker unpacker) {
        return unpacker.octet() == 0 ? null : new UUID(unpacker.whole(), unpacker.whole());
    }
}
