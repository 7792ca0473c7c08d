package hoso.query.books.block;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Values by an index of days, pages or blocks, whose used ones lie near each other. */
final class ByIndex<T> {

    /** Takes values with their indexes. */
    interface Each<T> {
        void take(int index, T value);
    }

    private static final int ROOM = 16;

    private final IntFunction<T> unseen;
    private @Nullable Object[] values = new Object[0];
    private int first;

    /**
     * @param unseen makes the value of an index that is asked for the first time
     */
    ByIndex(IntFunction<T> unseen) {
        this.unseen = unseen;
    }

    @SuppressWarnings("unchecked")
    T at(int index) {
        if (index < first || index >= first + values.length) growTo(index);
        Object value = values[index - first];
        if (value == null) values[index - first] = value = unseen.apply(index);
        return (T) value;
    }

    @SuppressWarnings("unchecked")
    void each(Each<T> each) {
        for (int place = 0; place < values.length; place++)
            if (values[place] != null) each.take(first + place, (T) values[place]);
    }

    private void growTo(int index) {
        if (values.length == 0) first = index;
        int newFirst = index < first ? index - ROOM : first;
        int newEnd = Math.max(first + values.length, index + ROOM);
        var grown = new Object[newEnd - newFirst];
        System.arraycopy(values, 0, grown, first - newFirst, values.length);
        values = grown;
        first = newFirst;
    }
}
