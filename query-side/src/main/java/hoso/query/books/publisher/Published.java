package hoso.query.books.publisher;

import hoso.query.books.packed.Packer;
import org.jspecify.annotations.Nullable;

/**
 * What one publisher published under one source, for one unit, within one hour of recording and one block of positions:
 * added up until it is written.
 */
final class Published {

    /**
     * @param hour of recording, from 1970
     * @param origin where origins are rolled up; empty beside one store
     * @param unit the number of the owning unit; 0 where it has none that is known
     */
    record Key(int hour, int block, String origin, String publisher, String source, int unit) {

        /** What a record has by itself, spelled out: it is asked for every event. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key same
                    && hour == same.hour
                    && block == same.block
                    && unit == same.unit
                    && origin.equals(same.origin)
                    && publisher.equals(same.publisher)
                    && source.equals(same.source);
        }

        @Override
        public int hashCode() {
            int texts = 31 * (31 * origin.hashCode() + publisher.hashCode()) + source.hashCode();
            return 31 * (31 * (31 * texts + hour) + block) + unit;
        }
    }

    final long first;
    final long firstMicros;
    long last;
    long lastMicros;
    int events;

    /** Of each event but the first, by how much its position and its recording come after those of the one before. */
    private final Packer steps = new Packer();

    Published(long position, long micros) {
        this.first = position;
        this.firstMicros = micros;
        this.last = position;
        this.lastMicros = micros;
        this.events = 1;
    }

    void add(long position, long micros) {
        steps.whole(position - last).whole(micros - lastMicros);
        last = position;
        lastMicros = micros;
        events++;
    }

    /** Position and recording of each event; such pieces can stand one behind another. */
    byte[] moments() {
        return new Packer()
                .whole(events)
                .whole(first)
                .signed(firstMicros)
                .plain(steps)
                .bytes();
    }
}
