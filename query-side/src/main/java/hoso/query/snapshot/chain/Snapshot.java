package hoso.query.snapshot.chain;

import hoso.query.question.AsOf;
import hoso.query.question.View;
import hoso.query.report.ReportQuestion;
import hoso.query.snapshot.Signature;
import hoso.query.snapshot.content.FrozenReport;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A frozen report with its place in the chain.
 *
 * @param report empty where the content cannot be read: somebody has changed it
 * @param tampering what shows that it is no longer what was added; nothing where all is well
 * @param signature empty as long as nobody has signed it
 */
public record Snapshot(
        Entry entry, Optional<FrozenReport> report, Set<Tampering> tampering, Optional<Signature> signature) {

    private static final String PREFIX = "S";

    /** One spelling of each number, as many digits as always fit. */
    private static final Pattern ID = Pattern.compile(PREFIX + "[1-9][0-9]{0,17}");

    public Snapshot {
        tampering = Set.copyOf(tampering);
    }

    /** As {@code S17}: the 17th row of the chain. */
    public String id() {
        return id(entry.header());
    }

    public static String id(Header header) {
        return id(header.snapshot());
    }

    public static String id(long number) {
        return PREFIX + number;
    }

    /** The number of a row by the id of its snapshot; empty where it is no id. */
    public static Optional<Long> number(String id) {
        return ID.matcher(id).matches() ? Optional.of(Long.parseLong(id.substring(1))) : Optional.empty();
    }

    /** Whether its own content and row are what was frozen, whatever may be wrong with those beside it. */
    public boolean isAsFrozen() {
        return !tampering.contains(Tampering.CONTENT) && !tampering.contains(Tampering.ROW);
    }

    /** The unit as the ledger calls it. */
    public String unit() {
        return entry.header().about().unit();
    }

    public long position() {
        return entry.header().about().position();
    }

    /** The question that it answered, to be asked once more as of the same position. */
    public static ReportQuestion question(FrozenReport report, String unit) {
        return new ReportQuestion(
                unit,
                report.period(),
                report.by(),
                report.tree(),
                report.at(),
                new View(new AsOf.Position(report.position()), 0));
    }
}
