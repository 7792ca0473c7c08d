package hoso.standalone.demo.data;

import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The question that one of the five reports answers.
 *
 * @param by how the report splits its figures
 * @param carriedFrom the first day on which what it carries over may have been received, so that no other report of
 *     the demo counts it
 * @param quietUntil the last day, at or after {@code to}, on which nothing more happens: Sa Đéc's report gives the same
 *     figures up to 12 and up to 13 September
 * @param portalOverdue of how many in a thousand in time the national portal shows that they are overdue
 * @param portalFlips of how many in a thousand it says so one day and not the next
 */
public record ReportPeriod(
        String key,
        String title,
        String unit,
        LocalDate from,
        LocalDate to,
        String by,
        LocalDate carriedFrom,
        LocalDate quietUntil,
        int portalOverdue,
        int portalFlips) {

    /** The five, by the day they end. */
    public static List<ReportPeriod> all() {
        return Table.read("reports.csv").stream()
                .map(row -> new ReportPeriod(
                        row.text("report"),
                        row.text("title"),
                        row.text("unit"),
                        row.date("from"),
                        row.date("to"),
                        row.text("by"),
                        row.date("carriedFrom"),
                        row.date("quietUntil"),
                        row.number("portalOverdue"),
                        row.number("portalFlips")))
                .toList();
    }

    /** {@code F}, at which the period starts. */
    public Instant start() {
        return VietnamTime.startOf(from);
    }

    /** {@code T}, before which the period ends. */
    public Instant end() {
        return VietnamTime.startOf(to.plusDays(1));
    }

    /** Whether a later one of these reports counts what this one leaves open at a unit. */
    public boolean isFollowedAt(DemoUnit unit, List<ReportPeriod> reports) {
        return reports.stream().anyMatch(report -> report.from.isAfter(to) && unit.isWithin(report.unit));
    }

    /** From when on dossiers left open go on. */
    public Instant quietEnd() {
        return VietnamTime.startOf(quietUntil.plusDays(1));
    }
}
