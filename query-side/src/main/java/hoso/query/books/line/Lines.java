package hoso.query.books.line;

import java.util.Arrays;

/** Many lines in three columns: 24 bytes each, nothing to collect. */
public final class Lines implements LineSink {

    private long[] keys;
    private long[] micros;
    private long[] amounts;
    private int size;

    public Lines(int expected) {
        keys = new long[expected];
        micros = new long[expected];
        amounts = new long[expected];
    }

    @Override
    public void line(long key, long micros, long amount) {
        if (size == keys.length) grow();
        keys[size] = key;
        this.micros[size] = micros;
        amounts[size++] = amount;
    }

    public Lines clear() {
        size = 0;
        return this;
    }

    public int size() {
        return size;
    }

    public void each(LineSink sink) {
        each(0, size, sink);
    }

    public void each(int from, int to, LineSink sink) {
        for (int index = from; index < to; index++) sink.line(keys[index], micros[index], amounts[index]);
    }

    private void grow() {
        int larger = Math.max(16, size * 2);
        keys = Arrays.copyOf(keys, larger);
        micros = Arrays.copyOf(micros, larger);
        amounts = Arrays.copyOf(amounts, larger);
    }
}
