package hoso.query.books.state;

import hoso.event.ClockFact;
import hoso.event.OtherFact;
import hoso.event.Ruling;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.books.Trait;
import hoso.query.books.block.Days;
import hoso.query.books.packed.DossierCodec;
import hoso.query.books.packed.Packer;
import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.copy.CopyRows;
import hoso.query.ledger.PortalView;
import hoso.query.ledger.Tag;
import java.util.Optional;
import java.util.Set;

/** The row of a dossier: what finds it behind a figure, and the bytes of its history. */
final class DossierRow {

    private static final int FIELDS = 18;

    private final KeptStream<DossierHistory> dossier;
    private final DossierHistory history;

    DossierRow(KeptStream<DossierHistory> dossier) {
        this.dossier = dossier;
        this.history = dossier.history();
    }

    /**
     * @param packer for the time of this call
     */
    void write(CopyRows rows, Codes codes, Packer packer) {
        rows.row(FIELDS).text(dossier.id()).int8(dossier.position());
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
        DossierCodec.write(packer.clear(), history);
        rows.bytea(packer.array(), packer.size());
    }

    private void writeLife(CopyRows rows, Codes codes) {
        ClockFact.Received received = history.received();
        Optional<ClockEntry> closing = history.closing();
        rows.int4(codes.numberOf(CodeKind.UNIT, received.unit()));
        rows.int4(Days.of(Packer.micros(history.receivedAt()))).bool(dossier.elsewhere());
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
        Set<Tag> tags = Tag.of(history);
        for (Tag tag : tags) bits |= 1 << tag.ordinal();
        return bits | PortalView.of(history, tags).map(DossierRow::seen).orElse(0);
    }

    private static int seen(PortalView otherwise) {
        return otherwise.lags() ? Trait.SEEN_OTHERWISE | Trait.PORTAL_LAGS : Trait.SEEN_OTHERWISE;
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
