package hoso.query.books.packed;

import hoso.event.Taken;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dossier's history as bytes. Books of another version of them are rebuilt, so they need no care for older bytes. */
public final class DossierCodec {

    private static final Processing.Kind[] PROCESSING = Processing.Kind.values();
    private static final SupplementRule[] SUPPLEMENT = SupplementRule.values();

    private DossierCodec() {}

    public static void write(Packer packer, DossierHistory dossier) {
        packer.whole(dossier.events());
        taken(packer, dossier.taken());
        packer.whole(dossier.clock().size());
        for (ClockEntry entry : dossier.clock()) {
            packer.whole(entry.sequence()).octet(entry.brought() ? 1 : 0).instant(entry.at());
            ClockFactCodec.write(packer, entry.fact());
            RulingCodec.write(packer, entry.ruling());
        }
        packer.whole(dossier.others().size());
        for (OtherEntry entry : dossier.others()) {
            packer.whole(entry.sequence()).instant(entry.at());
            OtherFactCodec.write(packer, entry.fact());
        }
        packer.whole(dossier.disputes().size());
        dossier.disputes().forEach(packer::whole);
    }

    public static DossierHistory read(byte[] bytes) {
        var unpacker = new Unpacker(bytes);
        int events = unpacker.number();
        Taken taken = taken(unpacker);
        int clockFacts = unpacker.number();
        List<ClockEntry> clock = new ArrayList<>(clockFacts);
        for (int index = 0; index < clockFacts; index++)
            clock.add(new ClockEntry(
                    unpacker.number(),
                    unpacker.octet() == 1,
                    unpacker.instant(),
                    ClockFactCodec.read(unpacker),
                    RulingCodec.read(unpacker)));
        int otherFacts = unpacker.number();
        List<OtherEntry> others = new ArrayList<>(otherFacts);
        for (int index = 0; index < otherFacts; index++)
            others.add(new OtherEntry(unpacker.number(), unpacker.instant(), OtherFactCodec.read(unpacker)));
        int disputed = unpacker.number();
        List<Integer> disputes = new ArrayList<>(disputed);
        for (int index = 0; index < disputed; index++) disputes.add(unpacker.number());
        return new DossierHistory(events, taken, clock, others, disputes);
    }

    private static void taken(Packer packer, @Nullable Taken taken) {
        if (taken == null) {
            packer.octet(0);
            return;
        }
        packer.octet(1).text(taken.field());
        packer.octet(taken.processing().kind().ordinal())
                .whole(taken.processing().amount());
        packer.octet(taken.supplement().ordinal()).octet(taken.feeRequired() ? 1 : 0);
        packer.signed(taken.version().toEpochDay()).instant(taken.computedDueAt());
    }

    private static @Nullable Taken taken(Unpacker unpacker) {
        if (unpacker.octet() == 0) return null;
        return new Taken(
                unpacker.text(),
                new Processing(PROCESSING[unpacker.octet()], unpacker.number()),
                SUPPLEMENT[unpacker.octet()],
                unpacker.octet() == 1,
                LocalDate.ofEpochDay(unpacker.signed()),
                unpacker.instant());
    }
}
