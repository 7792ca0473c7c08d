package hoso.query.books.packed;

import hoso.event.OtherFact;
import hoso.event.OtherFact.NoticeChannel;
import hoso.event.OtherFact.NoticeSubject;
import hoso.event.OtherFact.PaymentMethod;
import hoso.vocabulary.Channel;
import org.jspecify.annotations.Nullable;

/** Facts that touch no clock as bytes: a number for the kind, then its data. */
final class OtherFactCodec {

    private static final PaymentMethod[] METHODS = PaymentMethod.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final NoticeChannel[] NOTICE_CHANNELS = NoticeChannel.values();
    private static final NoticeSubject[] NOTICE_SUBJECTS = NoticeSubject.values();

    private OtherFactCodec() {}

    static void write(Packer packer, OtherFact fact) {
        switch (fact) {
            case OtherFact.ComponentsDigitized digitized -> number(packer.octet(0), digitized.components());
            case OtherFact.DataReused reused -> number(packer.octet(1), reused.components());
            case OtherFact.FeeRequested requested -> packer.octet(2).whole(requested.amount());
            case OtherFact.FeePaid paid ->
                packer.octet(3)
                        .whole(paid.amount())
                        .octet(paid.method().ordinal())
                        .optionalText(paid.transactionId());
            case OtherFact.Forwarded forwarded -> packer.octet(4).text(forwarded.holder());
            case OtherFact.ResultIssued issued -> packer.octet(5).octet(issued.electronic() ? 1 : 0);
            case OtherFact.ResultDigitized digitized -> packer.octet(6);
            case OtherFact.ResultReturned returned ->
                packer.octet(7).octet(returned.channel().ordinal());
            case OtherFact.ApologyIssued apology ->
                packer.octet(8).text(apology.letterNo()).optionalInstant(apology.promisedAt());
            case OtherFact.Notified notified ->
                packer.octet(9)
                        .octet(notified.by().ordinal())
                        .octet(notified.about().ordinal());
            case OtherFact.SatisfactionRated rated ->
                number(packer.octet(10).octet(rated.satisfied() ? 1 : 0), rated.score());
            case OtherFact.PortalStatusObserved observed -> {
                packer.octet(11).octet(observed.status());
                flag(packer, observed.overdue());
                packer.octet(observed.synced() ? 1 : 0);
            }
        }
    }

    static OtherFact read(Unpacker unpacker) {
        int kind = unpacker.octet();
        return switch (kind) {
            case 0 -> new OtherFact.ComponentsDigitized(number(unpacker));
            case 1 -> new OtherFact.DataReused(number(unpacker));
            case 2 -> new OtherFact.FeeRequested(unpacker.whole());
            case 3 -> new OtherFact.FeePaid(unpacker.whole(), METHODS[unpacker.octet()], unpacker.optionalText());
            case 4 -> new OtherFact.Forwarded(unpacker.text());
            case 5 -> new OtherFact.ResultIssued(unpacker.octet() == 1);
            case 6 -> new OtherFact.ResultDigitized();
            case 7 -> new OtherFact.ResultReturned(CHANNELS[unpacker.octet()]);
            case 8 -> new OtherFact.ApologyIssued(unpacker.text(), unpacker.optionalInstant());
            case 9 -> new OtherFact.Notified(NOTICE_CHANNELS[unpacker.octet()], NOTICE_SUBJECTS[unpacker.octet()]);
            case 10 -> new OtherFact.SatisfactionRated(unpacker.octet() == 1, number(unpacker));
            case 11 -> new OtherFact.PortalStatusObserved(unpacker.octet(), flag(unpacker), unpacker.octet() == 1);
            default -> throw new IllegalStateException("no other fact has the number " + kind);
        };
    }

    /** Numbers of facts are never below 0: absent is 0, and the number one more. */
    private static void number(Packer packer, @Nullable Integer number) {
        packer.whole(number == null ? 0 : number + 1L);
    }

    private static @Nullable Integer number(Unpacker unpacker) {
        int written = unpacker.number();
        return written == 0 ? null : Integer.valueOf(written - 1);
    }

    private static void flag(Packer packer, @Nullable Boolean flag) {
        packer.octet(flag == null ? 0 : flag ? 2 : 1);
    }

    private static @Nullable Boolean flag(Unpacker unpacker) {
        int written = unpacker.octet();
        return written == 0 ? null : Boolean.valueOf(written == 2);
    }
}
