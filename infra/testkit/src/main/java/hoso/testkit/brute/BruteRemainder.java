package hoso.testkit.brute;

import java.time.Duration;

/** What remained at a pause that counts: {@code days} for {@code CALENDAR_DAYS}, else {@code work}. */
public record BruteRemainder(Duration work, long days) {}
