package hoso.query.ledger;

import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import java.util.Arrays;
import java.util.List;

/**
 * What a dossier or petition, in the state it is in, adds to every figure there is: a function of that state alone.
 *
 * <p>So an event needs no rules of its own, whether it comes late, corrects or voids: it posts what the contribution is
 * after it, less what it was before ({@link Posting}).
 */
public final class Contribution {

    /** The version of the rules of this package; figures made by another may differ. */
    public static final int EDITION = 3;

    /** Of what was never received, or whose receipt was voided. */
    public static final Contribution NOTHING = new Contribution(Dimensions.unit(""), new long[0], new long[0], 0);

    /** What all of its lines are counted under. */
    final Dimensions dimensions;

    /** See {@link LineSums#counted}: in order, no two the same; there may be room behind the last. */
    final long[] counted;

    /** Of each line; none is 0. */
    final long[] amounts;

    final int size;

    Contribution(Dimensions dimensions, long[] counted, long[] amounts, int size) {
        this.dimensions = dimensions;
        this.counted = counted;
        this.amounts = amounts;
        this.size = size;
    }

    public static Contribution of(DossierHistory dossier) {
        return of(dossier, NOTHING);
    }

    /**
     * @param earlier of the same dossier, whose dimensions are shared as long as they stay: then nobody need compare them
     */
    public static Contribution of(DossierHistory dossier, Contribution earlier) {
        return dossier.alive() ? new DossierLines(dossier, earlier).sum() : NOTHING;
    }

    public static Contribution of(PetitionHistory petition) {
        return petition.received() == null ? NOTHING : PetitionLines.of(petition);
    }

    /** In the order of measures, then of instants. */
    public void each(LineSink sink) {
        for (int index = 0; index < size; index++)
            sink.line(dimensions, LineSums.measure(counted[index]), LineSums.micros(counted[index]), amounts[index]);
    }

    public List<Line> lines() {
        return Line.all(this::each);
    }

    /** What all of its lines are counted under. */
    public Dimensions dimensions() {
        return dimensions;
    }

    /** How many lines it has. */
    public int size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contribution contribution
                && dimensions.equals(contribution.dimensions)
                && Arrays.equals(counted, 0, size, contribution.counted, 0, contribution.size)
                && Arrays.equals(amounts, 0, size, contribution.amounts, 0, contribution.size);
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
