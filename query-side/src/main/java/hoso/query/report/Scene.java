package hoso.query.report;

import hoso.event.history.ReferenceRegister;
import hoso.query.question.Names;
import hoso.vocabulary.Unit;
import hoso.vocabulary.UnitTree;
import java.util.Optional;
import java.util.Set;

/**
 * The reference data that a question is answered with: as of its position, the tree of its date.
 *
 * @param question about the unit as the ledger calls it
 * @param units the unit asked about and all below it
 * @param names of units and dossiers, in the answer
 */
public record Scene(ReportQuestion question, ReferenceRegister known, UnitTree tree, Set<String> units, Names names) {

    public static Scene of(ReportQuestion question, ReferenceRegister known, Names names) {
        UnitTree tree = known.tree(question.tree());
        return new Scene(question, known, tree, Set.copyOf(tree.subtree(question.unit())), names);
    }

    /** The same for a question of the same unit and tree. */
    public Scene asking(ReportQuestion other) {
        return new Scene(other, known, tree, units, names);
    }

    /** The unit asked about; empty where nobody has registered it. */
    public Optional<Unit> unit() {
        return tree.unit(question.unit());
    }

    /** Whether the unit asked about is the top of its tree: nothing of the register is another's. */
    public boolean isOfWholeTree() {
        return unit().filter(unit -> unit.parent() == null).isPresent();
    }

    /** The level of a unit of the subtree. */
    public String level(String unit) {
        return tree.unit(unit).map(Unit::level).orElseThrow().name();
    }

    /** The name of a unit of the subtree; its code where it has no other. */
    public String unitName(String unit) {
        return tree.unit(unit).map(Unit::name).orElse(unit);
    }

    /** The key of a group as it is answered. */
    String shown(String key) {
        return question.by() == Grouping.UNIT ? names.shownUnit(key) : key;
    }

    /** The name of a group in Vietnamese; the key itself where it has no other. */
    String name(String key) {
        return switch (question.by()) {
            case UNIT -> unitName(key);
            case PROCEDURE ->
                known.procedure(key, question.tree())
                        .map(version -> version.value().name())
                        .orElse(key);
            case FIELD -> key;
            case CHANNEL -> VietnameseNames.channel(key);
            case LEVEL -> VietnameseNames.level(key);
        };
    }
}
