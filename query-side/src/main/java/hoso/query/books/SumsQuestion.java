package hoso.query.books;

import hoso.query.books.BookReader.Grouping;
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

/** A question in numbers, and the rows of sums of its answer. */
final class SumsQuestion {

    private static final int MEASURES = Measure.all().size();
    private static final Channel[] CHANNELS = Channel.values();

    final Grouping grouping;
    final BitSet units = new BitSet();
    final long[] cuts;

    /** The day of each cut. */
    final int[] days;

    private final Codes codes;
    private final Map<Integer, long[][]> rows = new HashMap<>();

    SumsQuestion(Codes codes, Grouping grouping, Set<String> units, List<Instant> cuts) {
        this.codes = codes;
        this.grouping = grouping;
        for (String unit : units) this.units.set(codes.find(CodeKind.UNIT, unit));
        this.units.clear(0);
        this.cuts = cuts.stream().mapToLong(Packer::micros).toArray();
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
        rows.computeIfAbsent(group, unseen -> new long[cuts.length][MEASURES])[cut][measure] += amount;
    }

    /** Adds a line to the sums of each cut after it. */
    void addLine(long key, long micros, long amount) {
        if (!counts(key)) return;
        for (int cut = cuts.length - 1; cut >= 0 && micros < cuts[cut]; cut--)
            add(group(key), LineKey.measure(key), cut, amount);
    }

    /** Petitions are counted by unit alone. */
    boolean counts(long key) {
        return units.get(LineKey.unit(key)) && (grouping == Grouping.OWNING_UNIT || LineKey.channel(key) != 0);
    }

    int group(long key) {
        return switch (grouping) {
            case OWNING_UNIT -> LineKey.unit(key);
            case CHANNEL -> LineKey.channel(key);
            case FIELD -> LineKey.field(key);
            case PROCEDURE -> LineKey.procedure(key);
        };
    }

    Map<String, long[][]> answer() {
        Map<String, long[][]> answer = new HashMap<>();
        rows.forEach((group, sums) -> answer.put(name(group), sums));
        return answer;
    }

    private String name(int group) {
        return switch (grouping) {
            case OWNING_UNIT -> codes.code(CodeKind.UNIT, group);
            case CHANNEL -> CHANNELS[group - 1].name();
            case FIELD -> codes.code(CodeKind.FIELD, group);
            case PROCEDURE -> codes.code(CodeKind.PROCEDURE, group);
        };
    }
}
