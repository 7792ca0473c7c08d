package hoso.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it stands on a date.
 *
 * @param parent the code of the unit above; null for the root of a tree
 */
public record Unit(
        String code, String name, UnitLevel level, @Nullable String parent) {}
