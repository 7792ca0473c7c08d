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
        public String unit(String asked) {
            if (!Parameters.isCode(asked))
                throw Parameters.malformed("unit is no code: " + Parameters.shortened(asked));
            return asked;
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
     * The unit that is asked for, as the ledger has it; nobody need have registered it.
     *
     * @throws hoso.edge.Problem {@code malformed}, where it is no code, or one of several
     */
    String unit(String asked);

    String shownUnit(String unit);

    /** What a dossier or petition that is asked for may be called in the ledger; none where nothing can be called so. */
    List<String> dossiers(String asked);

    String shownDossier(String id);

    /** Where a unit, dossier or petition of the ledger comes from; empty where there is one store alone. */
    Optional<String> origin(String code);

    /** The rights of a holder, whose units are named as units are asked for. */
    UnitRights rights(UnitRights given);
}
