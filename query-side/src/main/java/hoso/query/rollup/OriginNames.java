package hoso.query.rollup;

import hoso.edge.Parameters;
import hoso.query.feed.OriginCode;
import hoso.query.question.Names;
import hoso.vocabulary.UnitRights;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of what several origins have: a unit or dossier is called as its origin calls it, and {@code H20:H20.12} where
 * another origin has one of the same name. Asked for, it may be called either way.
 */
public final class OriginNames implements Names {

    private final Rollup rollup;

    /** Of the ledger, by the code that their origins have. */
    private final Map<String, List<String>> units;

    OriginNames(Rollup rollup, Map<String, List<String>> units) {
        this.rollup = rollup;
        this.units = Map.copyOf(units);
    }

    @Override
    public List<String> units(String asked) {
        if (isRoot(asked) || isWithOrigin(asked)) return List.of(asked);
        return units.getOrDefault(Parameters.code("unit", asked), List.of(asked));
    }

    @Override
    public String shownUnit(String unit) {
        if (isRoot(unit)) return unit;
        String plain = OriginCode.plain(unit);
        boolean unmistakable =
                !isRoot(plain) && units.getOrDefault(plain, List.of()).size() <= 1;
        return unmistakable ? plain : unit;
    }

    /** Any origin may have it. */
    @Override
    public List<String> dossiers(String asked) {
        if (isWithOrigin(asked)) return List.of(asked);
        if (!Parameters.isCode(asked)) return List.of();
        return rollup.origins().stream()
                .map(origin -> OriginCode.of(origin, asked))
                .toList();
    }

    /** Whether others have the same cannot be told at once: its origin is shown beside it. */
    @Override
    public String shownDossier(String id) {
        return OriginCode.plain(id);
    }

    @Override
    public Optional<String> origin(String code) {
        return OriginCode.hasOrigin(code) ? Optional.of(OriginCode.origin(code)) : Optional.empty();
    }

    /** A code that several origins have gives no right to any of them. */
    @Override
    public UnitRights rights(UnitRights given) {
        if (given.all()) return given;
        Set<String> meant = new HashSet<>();
        for (String unit : given.units()) {
            List<String> those = units.getOrDefault(unit, List.of());
            if (isRoot(unit) || isWithOrigin(unit)) meant.add(unit);
            else if (those.size() == 1) meant.add(those.getFirst());
        }
        return new UnitRights(meant);
    }

    private boolean isRoot(String code) {
        return rollup.root() != null && rollup.root().code().equals(code);
    }

    private static boolean isWithOrigin(String code) {
        return OriginCode.hasOrigin(code) && OriginCode.isCode(code);
    }
}
