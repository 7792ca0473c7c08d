package hoso.query.audit.mismatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.query.audit.page.AskedAnswer;
import hoso.query.audit.page.ListQuestion;
import hoso.query.audit.portal.Cause;
import hoso.query.audit.portal.Explained;
import hoso.query.audit.portal.PortalShown;
import hoso.query.audit.portal.SideBySide;
import hoso.query.audit.portal.Verdict;
import hoso.query.question.Names;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.UnitCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of mismatches as it is answered.
 *
 * @param count how many there are for whatever cause; as causes and groups, on the first page alone
 * @param groups how many of them each direct child of the unit has, and the unit itself
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MismatchesAnswer(
        @JsonUnwrapped AskedAnswer asked,
        @Nullable Long count,
        @Nullable List<Counted> causes,
        @Nullable List<UnitCount> groups,
        List<Listed> dossiers,
        @Nullable String next) {

    /**
     * @param name in Vietnamese
     * @param count a dossier may have several causes
     */
    record Counted(Cause cause, String name, long count) {}

    /**
     * @param origin where it comes from, where origins are rolled up
     * @param dueAt that all its facts now known lead to
     * @param closedAt absent while it is open
     * @param local by the ledger
     * @param portal by the rule that the national portal scores by
     * @param shown what the portal last showed; absent where nothing was observed
     * @param causes the nearest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String id,
            @Nullable String origin,
            String unit,
            String procedure,
            Instant receivedAt,
            Instant dueAt,
            @Nullable Instant closedAt,
            Verdict local,
            Verdict portal,
            @Nullable PortalShown shown,
            List<Explained> causes) {}

    static MismatchesAnswer of(MismatchList list, ListQuestion question, Admitted admitted) {
        Names names = admitted.scene().names();
        return new MismatchesAnswer(
                AskedAnswer.of(admitted, list.cuts()),
                list.counted().map(MismatchList.Counted::dossiers).orElse(null),
                list.counted().map(counted -> counted(counted.byCause())).orElse(null),
                list.counted()
                        .map(counted -> UnitCount.of(counted.byUnit(), admitted.scene()))
                        .orElse(null),
                list.dossiers().stream()
                        .map(mismatch -> listed(mismatch, names))
                        .toList(),
                list.end()
                        .map(last -> question.next(admitted.standpoint(), last))
                        .orElse(null));
    }

    private static List<Counted> counted(Map<Cause, Long> byCause) {
        return byCause.entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getKey().vietnamese(), entry.getValue()))
                .toList();
    }

    private static Listed listed(Mismatch mismatch, Names names) {
        SideBySide sides = mismatch.sides();
        DossierHistory dossier = sides.stood();
        return new Listed(
                names.shownDossier(mismatch.id()),
                names.origin(mismatch.id()).orElse(null),
                names.shownUnit(dossier.received().unit()),
                dossier.received().procedure(),
                dossier.receivedAt(),
                sides.dueAt(),
                dossier.closing().map(ClockEntry::at).orElse(null),
                sides.local(),
                sides.counted(),
                sides.shown().map(PortalShown::of).orElse(null),
                sides.differences().stream().map(Explained::of).toList());
    }
}
