package hoso.query.snapshot;

import java.time.Instant;

/**
 * Who answers for a report: recorded once, after it was frozen. Of a person there is nothing in it.
 *
 * @param office as {@code Ủy ban nhân dân tỉnh Đồng Tháp}
 * @param title of whoever signs, as {@code Chủ tịch}
 * @param decision number of the report or decision, as {@code 86/BC-UBND}
 * @param recordedBy subject of the token that recorded it
 */
public record Signature(String office, String title, String decision, String recordedBy, Instant recordedAt) {}
