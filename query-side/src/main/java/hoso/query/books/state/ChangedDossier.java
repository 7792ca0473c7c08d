package hoso.query.books.state;

import hoso.event.ClockFact;
import hoso.event.OtherFact;
import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.books.block.Days;
import hoso.query.books.packed.DossierCodec;
import hoso.query.books.packed.Packer;
import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.books.slot.CopyRows;
import hoso.query.ledger.Tag;
import java.util.Optional;

/**
 * A dossier that a batch has changed, to be written to its row.
 *
 * @param position of the last event that changed it
 * @param known whether it has a row already
 * @param elsewhere whether it was once received by another unit than now, or is in no life
 * @param state the bytes of its history
 */
public record ChangedDossier(
        String id, long position, boolean known, boolean elsewhere, DossierHistory history, byte[] state) {

    private static final int FIELDS = 18;

    public static ChangedDossier of(
            String id, long position, boolean known, boolean elsewhere, DossierHistory history) {
        return new ChangedDossier(id, position, known, elsewhere, history, DossierCodec.bytes(history));
    }

    void write(CopyRows rows, Codes codes) {
        rows.row(FIELDS).text(id).int8(position);
        if (history.alive()) writeLife(rows, codes);
        else
            rows.int4(0)
                    .int4(0)
                    .bool(true)
                    .int4(0)
                    .int4(0)
                    .int2(0)
                    .none()
                    .none()
                    .none()
                    .none()
                    .none()
                    .bool(false)
                    .int4(0)
                    .int8(0)
                    .int4(0);
        rows.bytea(state);
    }

    private void writeLife(CopyRows rows, Codes codes) {
        ClockFact.Received received = history.received();
        Optional<ClockEntry> closing = history.closing();
        rows.int4(codes.numberOf(CodeKind.UNIT, received.unit()));
        rows.int4(Days.of(Packer.micros(history.receivedAt()))).bool(elsewhere);
        rows.int4(codes.numberOf(CodeKind.PROCEDURE, received.procedure()));
        rows.int4(codes.numberOf(CodeKind.FIELD, history.terms().field()));
        rows.int2(received.channel().ordinal() + 1);
        rows.timestamptz(history.receivedAt()).timestamptz(history.dueAt());
        if (closing.isEmpty()) rows.none().none().none();
        else closing(rows, closing.get());
        rows.bool(history.inPauseThatCounts()).int4(tags()).int8(paidOnline()).int4(notices());
    }

    private static void closing(CopyRows rows, ClockEntry closing) {
        rows.timestamptz(closing.at());
        rows.int2(((Ruling.Closed) closing.ruling()).timeliness().ordinal());
        rows.int2(((ClockFact.Closing) closing.fact()).outcome().ordinal());
    }

    private int tags() {
        int bits = 0;
        for (Tag tag : Tag.of(history)) bits |= 1 << tag.ordinal();
        return bits;
    }

    private long paidOnline() {
        long paid = 0;
        for (OtherEntry entry : history.others())
            if (entry.fact() instanceof OtherFact.FeePaid fee && fee.method() == OtherFact.PaymentMethod.ONLINE)
                paid += fee.amount();
        return paid;
    }

    private int notices() {
        int notices = 0;
        for (OtherEntry entry : history.others()) if (entry.fact() instanceof OtherFact.Notified) notices++;
        return notices;
    }
}
