package hoso.testkit.brute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pause that counts; {@code to} is its resume or the closing, absent while it lasts. */
public record BrutePause(Instant from, @Nullable Instant to) {
    boolean holdsAt(Instant t) {
        return from.isBefore(t) && (to == null || !to.isBefore(t));
    }
}
