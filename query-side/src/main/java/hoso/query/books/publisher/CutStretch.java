package hoso.query.books.publisher;

import hoso.query.books.packed.Unpacker;
import java.time.Instant;

/** Reads what {@link Published#moments} wrote, up to a position. */
final class CutStretch {

    private CutStretch() {}

    /**
     * @param whole of a row, at least one of whose events has the position or one below it
     */
    static Stretch upTo(long position, Stretch whole, byte[] moments) {
        var in = new Unpacker(moments);
        long events = 0;
        long last = whole.first();
        long lastMicros = 0;
        while (in.hasMore()) {
            int piece = in.number();
            long at = in.whole();
            long micros = in.signed();
            for (int index = 0; index < piece; index++) {
                if (index > 0) {
                    at += in.whole();
                    micros += in.whole();
                }
                if (at > position) continue;
                events++;
                last = at;
                lastMicros = micros;
            }
        }
        Instant lastAt = Unpacker.instant(lastMicros);
        return new Stretch(
                whole.origin(),
                whole.publisher(),
                whole.source(),
                events,
                whole.first(),
                last,
                whole.firstAt(),
                lastAt);
    }
}
