package hoso.query.report;

import hoso.query.question.ParkedStream;
import hoso.query.question.Standpoint;
import hoso.query.report.figure.Figures;
import hoso.query.report.figure.Identity;
import java.util.List;

/**
 * A period report: the figures of a unit with all below it.
 *
 * @param name the name of the unit, on the date of the tree and as of the position
 * @param edition the version of the ledger's rules that made the figures
 * @param parked dossiers and petitions whose later events the figures miss
 */
public record PeriodReport(
        ReportQuestion question,
        String name,
        Standpoint standpoint,
        Cuts cuts,
        int edition,
        Figures total,
        List<Group> groups,
        List<Identity> identities,
        List<ParkedStream> parked) {

    public PeriodReport {
        groups = List.copyOf(groups);
        identities = List.copyOf(identities);
        parked = List.copyOf(parked);
    }

    /** The same with other identities. */
    public PeriodReport with(List<Identity> others) {
        return new PeriodReport(question, name, standpoint, cuts, edition, total, groups, others, parked);
    }

    /** The figures of one key of the grouping. */
    public record Group(String key, String name, Figures figures) {}
}
