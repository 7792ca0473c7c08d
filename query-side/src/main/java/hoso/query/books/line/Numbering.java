package hoso.query.books.line;

import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Posting;
import org.jspecify.annotations.Nullable;

/** Turns the lines of the ledger into numbers. */
public final class Numbering {

    private final Codes codes;
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
    @SuppressWarnings("ReferenceEquality") // the quick way alone: equal ones are numbered alike
    private long key(Dimensions dimensions) {
        if (dimensions == last) return lastKey;
        last = dimensions;
        lastKey = numbered(dimensions);
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
