package hoso.vocabulary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value that changes with dates: its versions in the order they were published.
 *
 * <p>In force on a date is the version with the latest {@code validFrom} not after it, of two the later published;
 * before the first version, the first (of two with that date, again the later published).
 */
public record Dated<T>(List<Version<T>> versions) {

    /** One version, in force from a date on. */
    public record Version<T>(LocalDate validFrom, T value) {}

    public Dated {
        versions = List.copyOf(versions);
    }

    public static <T> Dated<T> none() {
        return new Dated<>(List.of());
    }

    /** With one more version published. */
    public Dated<T> with(LocalDate validFrom, T value) {
        var longer = new ArrayList<>(versions);
        longer.add(new Version<>(validFrom, value));
        return new Dated<>(longer);
    }

    /** The version in force on a date; empty only where none was published. */
    public Optional<Version<T>> on(LocalDate date) {
        Version<T> inForce = null;
        Version<T> first = null;
        for (Version<T> version : versions) {
            if (first == null || !version.validFrom().isAfter(first.validFrom())) first = version;
            boolean begun = !version.validFrom().isAfter(date);
            if (begun && (inForce == null || !version.validFrom().isBefore(inForce.validFrom()))) inForce = version;
        }
        return Optional.ofNullable(inForce != null ? inForce : first);
    }
}
