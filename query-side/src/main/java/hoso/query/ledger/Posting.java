package hoso.query.ledger;

import java.util.List;

/** What an event adds to the ledger at its position: nothing, where no figure moves. */
public final class Posting {

    public static final Posting NOTHING = new Posting(Contribution.NOTHING, Contribution.NOTHING);

    private final Contribution before;
    private final Contribution after;

    private Posting(Contribution before, Contribution after) {
        this.before = before;
        this.after = after;
    }

    public static Posting between(Contribution before, Contribution after) {
        return new Posting(before, after);
    }

    /** In the order of measures, then of instants, then of dimensions; none counts 0. */
    public void each(LineSink sink) {
        boolean moved = !after.dimensions.equals(before.dimensions);
        int a = 0;
        int b = 0;
        while (a < after.size || b < before.size) {
            int order = order(a, b);
            if (order == 0 && moved) order = Dimensions.ORDER.compare(after.dimensions, before.dimensions);
            long amount = (order <= 0 ? after.amounts[a] : 0) - (order >= 0 ? before.amounts[b] : 0);
            Contribution of = order <= 0 ? after : before;
            long counted = order <= 0 ? after.counted[a++] : before.counted[b];
            if (order >= 0) b++;
            if (amount != 0) sink.line(of.dimensions, LineSums.measure(counted), LineSums.micros(counted), amount);
        }
    }

    private int order(int a, int b) {
        if (a == after.size) return 1;
        return b == before.size ? -1 : Long.compare(after.counted[a], before.counted[b]);
    }

    public List<Line> lines() {
        return Line.all(this::each);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Posting posting && lines().equals(posting.lines());
    }

    @Override
    public int hashCode() {
        return lines().hashCode();
    }

    @Override
    public String toString() {
        return lines().toString();
    }
}
