package hoso.vocabulary;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was published about one unit: each of name, level and parent has its own latest version.
 *
 * @param parent empty where the unit is the root of a tree
 * @param validTo the last day of a closed unit; shown, and without effect on the tree
 */
public record UnitHistory(
        String code,
        Dated<String> name,
        Dated<UnitLevel> level,
        Dated<Optional<String>> parent,
        @Nullable LocalDate validTo) {

    public static UnitHistory unknown(String code) {
        return new UnitHistory(code, Dated.none(), Dated.none(), Dated.none(), null);
    }

    /** A registration sets all three. */
    public UnitHistory registered(String name, UnitLevel level, Optional<String> parent, LocalDate validFrom) {
        return new UnitHistory(
                code,
                this.name.with(validFrom, name),
                this.level.with(validFrom, level),
                this.parent.with(validFrom, parent),
                validTo);
    }

    /** A move or a merger sets the parent alone. */
    public UnitHistory under(String parent, LocalDate validFrom) {
        return new UnitHistory(code, name, level, this.parent.with(validFrom, Optional.of(parent)), validTo);
    }

    public UnitHistory closed(LocalDate validTo) {
        return new UnitHistory(code, name, level, parent, validTo);
    }

    /** The codes of all that it was ever under, in any version. */
    public Set<String> everUnder() {
        return parent.versions().stream()
                .flatMap(version -> version.value().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Unit on(LocalDate date) {
        return new Unit(
                code,
                name.on(date).orElseThrow().value(),
                level.on(date).orElseThrow().value(),
                parent.on(date).orElseThrow().value().orElse(null));
    }
}
