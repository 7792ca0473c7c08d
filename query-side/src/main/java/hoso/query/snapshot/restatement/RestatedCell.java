package hoso.query.snapshot.restatement;

import java.util.List;

/**
 * A figure that is no longer what it was.
 *
 * @param parts by cause; they add up to now less then
 * @param dossiers the first of those that moved it, by id
 * @param left how many more there are
 * @param units changes of the tree that moved it
 */
record RestatedCell(
        CellKey key,
        long then,
        long now,
        List<Part> parts,
        List<MovedDossier> dossiers,
        long left,
        List<MovedUnit> units) {

    RestatedCell {
        parts = List.copyOf(parts);
        dossiers = List.copyOf(dossiers);
        units = List.copyOf(units);
    }
}
