package hoso.query.report.catalogue;

import hoso.query.report.figure.Cell;
import hoso.query.report.figure.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** What stands above or below the line of a rate or criterion. */
public sealed interface Quantity {

    /** Marks the name of a cell that is taken off. */
    String TAKEN_OFF = "-";

    /** Empty where the facts do not tell. */
    OptionalLong value(Facts facts);

    /** What it consists of, by name; what is taken off with a {@code -} before it. */
    List<String> names();

    /** This over the quantity that is written so. */
    default Ratio over(String... names) {
        return new Ratio(this, named(names));
    }

    /** Cells that are added up, less others. */
    record Figured(List<Cell> added, List<Cell> takenOff) implements Quantity {

        public Figured {
            added = List.copyOf(added);
            takenOff = List.copyOf(takenOff);
        }

        @Override
        public OptionalLong value(Facts facts) {
            return OptionalLong.of(facts.figures().sum(added) - facts.figures().sum(takenOff));
        }

        @Override
        public List<String> names() {
            List<String> names = new ArrayList<>();
            added.forEach(cell -> names.add(cell.name()));
            takenOff.forEach(cell -> names.add(TAKEN_OFF + cell.name()));
            return names;
        }
    }

    /** Procedures that are counted. */
    record Procedures(ProcedureCount count) implements Quantity {

        @Override
        public OptionalLong value(Facts facts) {
            ProcedureFacts procedures = facts.procedures();
            return procedures == null ? OptionalLong.empty() : OptionalLong.of(procedures.of(count));
        }

        @Override
        public List<String> names() {
            return List.of(count.quantity());
        }
    }

    /**
     * The quantity that is written so.
     *
     * @param names of cells, those to be taken off with a {@code -} before them; or of one count of procedures
     */
    static Quantity named(String... names) {
        for (ProcedureCount count : ProcedureCount.values())
            if (names.length == 1 && count.quantity().equals(names[0])) return new Procedures(count);
        List<Cell> added = Arrays.stream(names)
                .filter(name -> !name.startsWith(TAKEN_OFF))
                .map(Cells::cell)
                .toList();
        List<Cell> takenOff = Arrays.stream(names)
                .filter(name -> name.startsWith(TAKEN_OFF))
                .map(name -> Cells.cell(name.substring(TAKEN_OFF.length())))
                .toList();
        return new Figured(added, takenOff);
    }
}
