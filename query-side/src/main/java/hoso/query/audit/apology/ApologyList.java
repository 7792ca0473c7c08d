package hoso.query.audit.apology;

import hoso.query.report.Cuts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of late dossiers.
 *
 * @param counted of the whole list, on its first page; empty on others
 * @param end the last id, where others come after it
 */
record ApologyList(Cuts cuts, Optional<Counted> counted, List<Listed> dossiers, Optional<String> end) {

    /**
     * @param groups by the direct children of the unit, and the unit itself
     */
    record Counted(Counts total, Map<String, Counts> groups) {}

    record Listed(String id, LateDossier late) {}
}
