package hoso.standalone.demo;

import java.time.LocalDate;

/**
 * A published report and the question that Hoso answers it by.
 *
 * @param title in Vietnamese
 * @param by how its figures are split, as in {@code GET /api/v1/report}
 */
public record DemoReport(String title, String unit, LocalDate from, LocalDate to, String by) {}
