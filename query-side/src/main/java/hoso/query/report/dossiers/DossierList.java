package hoso.query.report.dossiers;

import hoso.query.question.Standpoint;
import hoso.query.report.Cuts;
import hoso.query.report.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of the dossiers behind a figure.
 *
 * @param count how many the whole list has
 * @param byUnit how many of them each direct child of the unit has, and the unit itself; empty where the report tells that,
 *     where one group is asked for, and on later pages
 * @param next where the next page goes on; empty after the last
 */
record DossierList(
        CellQuestion question,
        Scene scene,
        Standpoint standpoint,
        Cuts cuts,
        List<Candidate> dossiers,
        long count,
        Optional<Map<String, Long>> byUnit,
        Optional<PageEnd> next) {

    DossierList {
        dossiers = List.copyOf(dossiers);
    }
}
