package hoso.query.snapshot.content;

import hoso.query.canonical.Canonical;
import hoso.query.report.Grouping;
import hoso.query.snapshot.SnapshotKind;
import hoso.vocabulary.Period;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A report as it was frozen, read from its canonical form and from nowhere else: an older edition of the rules, of the
 * catalogue or of the form stays as it was.
 */
public final class FrozenReport {

    private final JsonNode content;
    private final JsonNode report;

    private FrozenReport(JsonNode content) {
        this.content = content;
        this.report = content.path("report");
    }

    /** Empty where it is no report: somebody has changed it. */
    public static Optional<FrozenReport> find(byte[] content) {
        try {
            return Optional.of(read(content));
        } catch (JacksonException | IllegalArgumentException | DateTimeException changed) {
            return Optional.empty();
        }
    }

    /** Of what has just been made. */
    public static FrozenReport read(byte[] canonical) {
        var report = new FrozenReport(Canonical.tree(canonical));
        report.requireParameters();
        return report;
    }

    /** Whatever else is asked of it later, these make it a report. */
    private void requireParameters() {
        Objects.requireNonNull(kind());
        Objects.requireNonNull(by());
        Objects.requireNonNull(period());
        Objects.requireNonNull(tree());
        Objects.requireNonNull(at());
        Objects.requireNonNull(recordedAt());
        if (unit().isEmpty() || name().isEmpty() || edition() < 1) throw new IllegalArgumentException("no report");
    }

    /** All of it, as JSON. */
    public JsonNode content() {
        return content;
    }

    /** The form that the columns are those of, as {@code II.06}, and its version. */
    public String form() {
        return content.path("form").path("id").stringValue();
    }

    public SnapshotKind kind() {
        return SnapshotKind.valueOf(content.path("kind").stringValue());
    }

    /** Frozen before the period ended: its figures are those of {@link #at}. */
    public boolean provisional() {
        return content.path("provisional").booleanValue();
    }

    /** The unit by the name that those who ask know it by. */
    public String unit() {
        return report.path("unit").stringValue();
    }

    public String name() {
        return report.path("name").stringValue();
    }

    /** The names of the units above it on the date of its tree, nearest first. */
    public List<String> above() {
        return content.path("above").valueStream().map(JsonNode::stringValue).toList();
    }

    public Period period() {
        return period(report);
    }

    /** The date whose tree of units rolls it up. */
    public LocalDate tree() {
        return date(report, "tree");
    }

    /** The grouping that was asked for. */
    public Grouping by() {
        return grouping(content.path("by").stringValue());
    }

    /** The moment that cut the period; empty where it had ended. */
    public Optional<Instant> at() {
        JsonNode at = report.path("at");
        return at.isString() ? Optional.of(Instant.parse(at.stringValue())) : Optional.empty();
    }

    /** The position of the ledger that it was frozen at. */
    public long position() {
        return report.path("asOf").path("position").longValue();
    }

    /** When that position was recorded; empty where there was none yet. */
    public Optional<Instant> recordedAt() {
        JsonNode recordedAt = report.path("asOf").path("recordedAt");
        return recordedAt.isString() ? Optional.of(Instant.parse(recordedAt.stringValue())) : Optional.empty();
    }

    /** The version of the ledger's rules that made the figures. */
    public int edition() {
        return report.path("edition").intValue();
    }

    /** The version of its shape. */
    public int layout() {
        return content.path("layout").intValue(0);
    }

    /** The version of the catalogue that made rates and points. */
    public String catalogue() {
        return content.path("catalogue").asString("");
    }

    public FrozenFigures total() {
        return new FrozenFigures(report.path("total"));
    }

    /** The groups by any of the groupings, sorted by key. */
    public List<FrozenGroup> groups(Grouping by) {
        JsonNode list =
                by == by() ? report.path("groups") : content.path("groupings").path(name(by));
        return FrozenFigures.groups(list);
    }

    /** What the procedures of electronic certification of copies come to together. */
    public FrozenFigures electronicCopies() {
        return new FrozenFigures(content.path("electronicCopies"));
    }

    /** The figures of the total that the catalogue reckons with and a report does not print, as {@code petitions.rated}. */
    public FrozenFigures reckoned() {
        return new FrozenFigures(content.path("reckoned"));
    }

    /**
     * How many procedures there are, by {@code all}, {@code online}, {@code withFee} and so on; of a unit within a tree it has none.
     */
    public FrozenFigures procedures() {
        return new FrozenFigures(content.path("procedures"));
    }

    /** All rates of the total by their ids, those over procedures too; those whose denominator is 0 are absent. */
    public Map<String, BigDecimal> rates() {
        return new FrozenFigures(content).rates();
    }

    /** Which of the nine identities hold, by number. */
    public Map<Integer, Boolean> identities() {
        Map<Integer, Boolean> identities = new TreeMap<>();
        for (JsonNode identity : report.path("identities"))
            identities.put(
                    identity.path("id").intValue(), identity.path("holds").booleanValue());
        return identities;
    }

    /** The total of one period of the trend. */
    public record Past(Period period, FrozenFigures total) {}

    /** The periods before this one and this one itself, the oldest first, all with its tree and position. */
    public List<Past> trend() {
        List<Past> periods = new ArrayList<>();
        for (JsonNode past : content.path("trend").path("periods")) periods.add(past(past));
        return periods;
    }

    /** The same period of the year before. */
    public Past yearAgo() {
        return past(content.path("trend").path("yearAgo"));
    }

    private static Past past(JsonNode past) {
        return new Past(period(past), new FrozenFigures(past.path("total")));
    }

    private static Period period(JsonNode of) {
        return new Period(date(of, "from"), date(of, "to"));
    }

    private static LocalDate date(JsonNode of, String name) {
        return LocalDate.parse(of.path(name).stringValue());
    }

    /** As a grouping is asked for and written: {@code unit}. */
    public static String name(Grouping grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }

    private static Grouping grouping(String name) {
        return Grouping.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
