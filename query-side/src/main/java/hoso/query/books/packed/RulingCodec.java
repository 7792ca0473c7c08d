package hoso.query.books.packed;

import hoso.event.Ruling;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.Timeliness;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Rulings as bytes: a number for the kind, the due instant, then the rest. */
final class RulingCodec {

    private static final Timeliness[] TIMELINESS = Timeliness.values();

    private RulingCodec() {}

    static void write(Packer packer, Ruling ruling) {
        switch (ruling) {
            case Ruling.Due due -> packer.octet(0).instant(due.dueAt());
            case Ruling.Paused paused -> remaining(packer.octet(1).instant(paused.dueAt()), paused.remaining());
            case Ruling.Closed closed ->
                packer.octet(2)
                        .instant(closed.dueAt())
                        .octet(closed.timeliness().ordinal());
        }
    }

    static Ruling read(Unpacker unpacker) {
        int kind = unpacker.octet();
        return switch (kind) {
            case 0 -> new Ruling.Due(unpacker.instant());
            case 1 -> new Ruling.Paused(unpacker.instant(), remaining(unpacker));
            case 2 -> new Ruling.Closed(unpacker.instant(), TIMELINESS[unpacker.octet()]);
            default -> throw new IllegalStateException("no ruling has the number " + kind);
        };
    }

    private static void remaining(Packer packer, @Nullable Remaining remaining) {
        switch (remaining) {
            case null -> packer.octet(0);
            case Remaining.WorkingTime time ->
                packer.octet(1)
                        .signed(time.work().toSeconds())
                        .whole(time.work().toNanosPart());
            case Remaining.CalendarDays days -> packer.octet(2).signed(days.days());
        }
    }

    private static @Nullable Remaining remaining(Unpacker unpacker) {
        int kind = unpacker.octet();
        return switch (kind) {
            case 0 -> null;
            case 1 -> new Remaining.WorkingTime(Duration.ofSeconds(unpacker.signed(), unpacker.number()));
            case 2 -> new Remaining.CalendarDays((int) unpacker.signed());
            default -> throw new IllegalStateException("no remainder has the number " + kind);
        };
    }
}
