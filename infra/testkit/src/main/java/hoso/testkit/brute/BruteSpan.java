package hoso.testkit.brute;

import java.time.LocalTime;

/** One working span of a day, half-open. */
record BruteSpan(LocalTime from, LocalTime to) {}
