package hoso.query.books;

import hoso.query.books.BookReader.Dimension;
import hoso.query.books.block.Days;
import hoso.query.books.line.LineKey;
import hoso.query.books.packed.Packer;
import hoso.query.books.slot.CodeKind;
import hoso.query.books.slot.Codes;
import hoso.query.ledger.Measure;
import hoso.vocabulary.Channel;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question in numbers, and the rows of sums of its answer. */
final class SumsQuestion {

    private static final int MEASURES = Measure.all().size();
    private static final Channel[] CHANNELS = Channel.values();

    final Dimension dimension;
    final BitSet units = new BitSet();
    final long[] cuts;

    /** The day of each cut. */
    final int[] days;

    private final Codes codes;
    /** By group, cut and measure; null for a group that nothing was added to. */
    private final long[] @Nullable [][] rows;

    SumsQuestion(Codes codes, Dimension dimension, Set<String> units, List<Instant> cuts) {
        this.codes = codes;
        this.dimension = dimension;
        for (String unit : units) this.units.set(codes.find(CodeKind.UNIT, unit));
        this.units.clear(0);
        this.cuts = cuts.stream().mapToLong(Packer::micros).toArray();
        this.rows = new long[groups()][][];
        this.days = Arrays.stream(this.cuts).mapToInt(Days::of).toArray();
    }

    int[] unitNumbers() {
        return units.stream().toArray();
    }

    /** All units that have a number and are not asked about. */
    int[] otherUnitNumbers() {
        var others = new BitSet();
        others.set(1, codes.highest(CodeKind.UNIT) + 1);
        others.andNot(units);
        return others.stream().toArray();
    }

    void add(int group, int measure, int cut, long amount) {
        rowsOf(group)[cut][measure] += amount;
    }

    private long[][] rowsOf(int group) {
        long[][] sums = rows[group];
        if (sums == null) rows[group] = sums = new long[cuts.length][MEASURES];
        return sums;
    }

    /** Adds what pages say of one unit, or of all units together, by cut, channel and measure. */
    void addPages(int unit, long[][] sums) {
        for (int cut = 0; cut < cuts.length; cut++)
            for (int index = 0; index < sums[cut].length; index++) {
                if (sums[cut][index] == 0) continue;
                int channel = index / MEASURES;
                if (dimension == Dimension.OWNING_UNIT) add(unit, index % MEASURES, cut, sums[cut][index]);
                else if (channel > 0) add(channel, index % MEASURES, cut, sums[cut][index]);
            }
    }

    /** Adds a line to the sums of each cut after it. */
    void addLine(long key, long micros, long amount) {
        if (!counts(key)) return;
        for (int cut = cuts.length - 1; cut >= 0 && micros < cuts[cut]; cut--)
            add(group(key), LineKey.measure(key), cut, amount);
    }

    /** Petitions are counted by unit alone. */
    boolean counts(long key) {
        return units.get(LineKey.unit(key)) && (dimension == Dimension.OWNING_UNIT || LineKey.channel(key) != 0);
    }

    int group(long key) {
        return switch (dimension) {
            case OWNING_UNIT -> LineKey.unit(key);
            case CHANNEL -> LineKey.channel(key);
            case FIELD -> LineKey.field(key);
            case PROCEDURE -> LineKey.procedure(key);
        };
    }

    Map<String, long[][]> answer() {
        Map<String, long[][]> answer = new HashMap<>();
        for (int group = 0; group < rows.length; group++) if (rows[group] != null) answer.put(name(group), rows[group]);
        return answer;
    }

    /** Numbers of groups stay below it. */
    private int groups() {
        return switch (dimension) {
            case OWNING_UNIT -> codes.highest(CodeKind.UNIT) + 1;
            case CHANNEL -> CHANNELS.length + 1;
            case FIELD -> codes.highest(CodeKind.FIELD) + 1;
            case PROCEDURE -> codes.highest(CodeKind.PROCEDURE) + 1;
        };
    }

    private String name(int group) {
        return switch (dimension) {
            case OWNING_UNIT -> codes.code(CodeKind.UNIT, group);
            case CHANNEL -> CHANNELS[group - 1].name();
            case FIELD -> codes.code(CodeKind.FIELD, group);
            case PROCEDURE -> codes.code(CodeKind.PROCEDURE, group);
        };
    }
}
