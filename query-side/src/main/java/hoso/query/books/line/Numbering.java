package hoso.query.books.line;

import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Posting;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the lines of the ledger into numbers. */
public final class Numbering {

    /** Many thousand dossiers a batch share some hundred of them; a bound all the same. */
    private static final int KNOWN_MAX = 1 << 16;

    private final Codes codes;
    private final Map<Dimensions, Long> known = new HashMap<>();
    private @Nullable Dimensions last;
    private long lastKey;

    public Numbering(Codes codes) {
        this.codes = codes;
    }

    public void each(Posting posting, LineSink sink) {
        posting.each((dimensions, measure, micros, amount) ->
                sink.line(key(dimensions) | measure.ordinal(), micros, amount));
    }

    /** Lines of one posting mostly share one object. */
    @SuppressWarnings("ReferenceEquality") // the quick way alone: equal ones are found in the map
    private long key(Dimensions dimensions) {
        if (dimensions == last) return lastKey;
        if (known.size() == KNOWN_MAX) known.clear();
        last = dimensions;
        lastKey = known.computeIfAbsent(dimensions, this::numbered);
        return lastKey;
    }

    private long numbered(Dimensions dimensions) {
        return LineKey.of(
                codes.numberOf(CodeKind.UNIT, dimensions.unit()),
                dimensions.procedure() == null ? 0 : codes.numberOf(CodeKind.PROCEDURE, dimensions.procedure()),
                dimensions.field() == null ? 0 : codes.numberOf(CodeKind.FIELD, dimensions.field()),
                dimensions.channel() == null ? 0 : dimensions.channel().ordinal() + 1,
                0);
    }
}
