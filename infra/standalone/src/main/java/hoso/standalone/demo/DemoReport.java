package hoso.standalone.demo;

import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A published report and the question that Hoso answers it by.
 *
 * @param title in Vietnamese
 * @param by how its figures are split, as in {@code GET /api/v1/report}
 */
public record DemoReport(String title, String unit, LocalDate from, LocalDate to, String by) {

    /** The first moment of its period. */
    public Instant begin() {
        return VietnamTime.startOf(from);
    }

    /** The last second of its period: all that it counts has happened by then, and it is still its last day. */
    public Instant last() {
        return VietnamTime.startOf(to.plusDays(1)).minusSeconds(1);
    }
}
