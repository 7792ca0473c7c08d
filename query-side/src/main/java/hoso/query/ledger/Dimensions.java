package hoso.query.ledger;

import hoso.vocabulary.Channel;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a line is counted under. A petition has a unit alone.
 *
 * @param unit the unit that owes the dossier, never one above it
 * @param field the one that the receipt took from its procedure, whatever the procedure says now
 */
public record Dimensions(
        String unit,
        @Nullable String procedure,
        @Nullable String field,
        @Nullable Channel channel) {

    static final Comparator<Dimensions> ORDER = Comparator.<Dimensions, String>comparing(Dimensions::unit)
            .thenComparing(dimensions -> Objects.requireNonNullElse(dimensions.procedure(), ""))
            .thenComparing(dimensions -> Objects.requireNonNullElse(dimensions.field(), ""))
            .thenComparingInt(dimensions ->
                    dimensions.channel() == null ? -1 : dimensions.channel().ordinal());

    /** Of a petition. */
    public static Dimensions unit(String unit) {
        return new Dimensions(unit, null, null, null);
    }

    /** What a record has by itself, spelled out: it is asked for every event, and a record's own took a tenth of folding. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Dimensions same
                        && unit.equals(same.unit)
                        && Objects.equals(procedure, same.procedure)
                        && Objects.equals(field, same.field)
                        && channel == same.channel);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, procedure, field, channel);
    }
}
