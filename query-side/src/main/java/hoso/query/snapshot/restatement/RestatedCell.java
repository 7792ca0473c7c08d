package hoso.query.snapshot.restatement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is no longer what it was.
 *
 * @param parts by cause; they add up to now less then
 * @param dossiers the first of those that moved it, by id
 * @param next the last of them, where there are more
 * @param left how many more; null also where they are too many to be counted
 * @param units changes of the tree that moved it
 */
record RestatedCell(
        CellKey key,
        long then,
        long now,
        List<Part> parts,
        List<MovedDossier> dossiers,
        @Nullable String next,
        @Nullable Long left,
        List<MovedUnit> units) {

    RestatedCell {
        parts = List.copyOf(parts);
        dossiers = List.copyOf(dossiers);
        units = List.copyOf(units);
    }
}
