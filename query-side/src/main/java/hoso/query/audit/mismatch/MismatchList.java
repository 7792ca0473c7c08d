package hoso.query.audit.mismatch;

import hoso.query.audit.portal.Cause;
import hoso.query.report.Cuts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of mismatches.
 *
 * @param counted of the whole list, on its first page; empty on others
 * @param end the last id, where others come after it
 */
record MismatchList(Cuts cuts, Optional<Counted> counted, List<Mismatch> dossiers, Optional<String> end) {

    /**
     * @param dossiers how many the portal sees otherwise, for whatever cause
     * @param byCause a dossier may have several
     * @param byUnit those dossiers by the direct children of the unit, and the unit itself
     */
    record Counted(long dossiers, Map<Cause, Long> byCause, Map<String, Long> byUnit) {}
}
