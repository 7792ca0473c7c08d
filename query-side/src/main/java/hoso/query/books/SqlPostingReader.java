package hoso.query.books;

import hoso.query.books.line.Journal;
import hoso.query.books.line.LineKey;
import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Measure;
import hoso.vocabulary.Channel;
import javax.sql.DataSource;

/** Reads the journal of the live books. */
public final class SqlPostingReader implements PostingReader {

    private final BookSnapshots snapshots;

    public SqlPostingReader(DataSource dataSource) {
        this.snapshots = new BookSnapshots(dataSource);
    }

    @Override
    public void between(long after, long upTo, Sink sink) {
        snapshots.read((connection, state, codes) -> {
            if (upTo > state.position())
                throw new IllegalArgumentException("position " + upTo + " is not in the books at " + state);
            Journal.read(connection, state.slot(), after, upTo, new Decoding(codes, sink));
            return upTo;
        });
    }

    @Override
    public int generation() {
        return snapshots.read((connection, state, codes) -> state.generation());
    }

    private static final class Decoding implements Journal.Reader {

        private static final long NONE = -1;

        private final Codes codes;
        private final Sink sink;
        private long position;
        private long lastKey = NONE;
        private Dimensions last = Dimensions.unit("");

        Decoding(Codes codes, Sink sink) {
            this.codes = codes;
            this.sink = sink;
        }

        @Override
        public void event(long position) {
            this.position = position;
        }

        @Override
        public void line(long key, long micros, long amount) {
            long withoutMeasure = key - LineKey.measure(key);
            if (withoutMeasure != lastKey) last = dimensions(key);
            lastKey = withoutMeasure;
            sink.line(position, last, Measure.all().get(LineKey.measure(key)), micros, amount);
        }

        private Dimensions dimensions(long key) {
            String unit = codes.code(CodeKind.UNIT, LineKey.unit(key));
            if (LineKey.channel(key) == 0) return Dimensions.unit(unit);
            return new Dimensions(
                    unit,
                    codes.code(CodeKind.PROCEDURE, LineKey.procedure(key)),
                    codes.code(CodeKind.FIELD, LineKey.field(key)),
                    Channel.values()[LineKey.channel(key) - 1]);
        }
    }
}
