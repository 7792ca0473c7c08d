package hoso.query.question;

import hoso.edge.Parameters;
import hoso.vocabulary.UnitRights;
import java.util.List;
import java.util.Optional;

/**
 * What units and dossiers are called by those who ask. Beside one store it is what the ledger calls them; where several
 * origins are rolled up, the ledger tells them apart by the origin.
 */
public interface Names {

    /** Of one store. */
    Names PLAIN = new Names() {

        @Override
        public List<String> units(String asked) {
            return List.of(Parameters.code("unit", asked));
        }

        @Override
        public String shownUnit(String unit) {
            return unit;
        }

        @Override
        public List<String> dossiers(String asked) {
            return Parameters.isCode(asked) ? List.of(asked) : List.of();
        }

        @Override
        public String shownDossier(String id) {
            return id;
        }

        @Override
        public Optional<String> origin(String code) {
            return Optional.empty();
        }

        @Override
        public UnitRights rights(UnitRights given) {
            return given;
        }
    };

    /**
     * What the unit that is asked for may be called in the ledger; nobody need have registered it. More than one where several
     * origins have one of that name.
     *
     * @throws hoso.edge.Problem {@code malformed}, where it is no code
     */
    List<String> units(String asked);

    /**
     * The one that is meant, of those that may be called so and that the asker may see.
     *
     * @param what is asked for, as in {@code a unit}
     * @throws hoso.edge.Problem {@code malformed}, where there are several
     */
    static String one(List<String> seen, String what, String asked) {
        if (seen.size() > 1)
            throw Parameters.malformed("several origins have " + what + " " + Parameters.shortened(asked)
                    + ": ask for one of " + String.join(", ", seen));
        return seen.getFirst();
    }

    String shownUnit(String unit);

    /** What a dossier or petition that is asked for may be called in the ledger; none where nothing can be called so. */
    List<String> dossiers(String asked);

    String shownDossier(String id);

    /** Where a unit, dossier or petition of the ledger comes from; empty where there is one store alone. */
    Optional<String> origin(String code);

    /** The rights of a holder, whose units are named as units are asked for. */
    UnitRights rights(UnitRights given);
}
