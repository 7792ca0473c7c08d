package hoso.query.report.dossiers;

import hoso.query.question.Names;
import hoso.query.question.Standpoint;
import hoso.query.report.Cuts;
import java.util.List;
import java.util.Optional;

/**
 * One page of the dossiers behind a figure.
 *
 * @param count how many the whole list has
 * @param next where the next page goes on; empty after the last
 */
record DossierList(
        CellQuestion question,
        Names names,
        Standpoint standpoint,
        Cuts cuts,
        List<Candidate> dossiers,
        long count,
        Optional<PageEnd> next) {

    DossierList {
        dossiers = List.copyOf(dossiers);
    }
}
