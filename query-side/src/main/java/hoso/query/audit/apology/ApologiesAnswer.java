package hoso.query.audit.apology;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.event.OtherFact.ApologyIssued;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.audit.page.AskedAnswer;
import hoso.query.audit.page.ListQuestion;
import hoso.query.question.Names;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.Scene;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of the apologies of a unit, as it is answered.
 *
 * @param total as the groups, on the first page alone
 * @param dossiers one page of the list asked for; absent where none was
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApologiesAnswer(
        @JsonUnwrapped AskedAnswer asked,
        @Nullable Counts total,
        @Nullable List<Group> groups,
        @Nullable List<Listed> dossiers,
        @Nullable String next) {

    /** The counts of one direct child of the unit, or of the unit itself. */
    record Group(String key, String name, @JsonUnwrapped Counts counts) {}

    /**
     * @param origin where it comes from, where origins are rolled up
     * @param closedAt absent of one that is open where the period ends
     * @param letterNo of the last apology that may have promised something, as are the times; absent where there is none
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
            @Nullable String letterNo,
            @Nullable Instant apologisedAt,
            @Nullable Instant promisedAt) {}

    static ApologiesAnswer of(ApologyList list, ListQuestion question, Optional<Matter> matter, Admitted admitted) {
        Scene scene = admitted.scene();
        return new ApologiesAnswer(
                AskedAnswer.of(admitted, list.cuts()),
                list.counted().map(ApologyList.Counted::total).orElse(null),
                list.counted().map(counted -> groups(counted, scene)).orElse(null),
                matter.map(asked -> list.dossiers().stream()
                                .map(listed -> listed(listed, scene.names()))
                                .toList())
                        .orElse(null),
                list.end()
                        .map(last -> question.next(admitted.standpoint(), last))
                        .orElse(null));
    }

    private static List<Group> groups(ApologyList.Counted counted, Scene scene) {
        return counted.groups().entrySet().stream()
                .map(entry -> new Group(
                        scene.names().shownUnit(entry.getKey()), scene.unitName(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Listed listed(ApologyList.Listed listed, Names names) {
        LateDossier late = listed.late();
        DossierHistory dossier = late.dossier();
        Optional<ApologyIssued> apology = late.letter().map(entry -> (ApologyIssued) entry.fact());
        return new Listed(
                names.shownDossier(listed.id()),
                names.origin(listed.id()).orElse(null),
                names.shownUnit(dossier.received().unit()),
                dossier.received().procedure(),
                dossier.receivedAt(),
                dossier.dueAt(),
                late.closing().map(ClockEntry::at).orElse(null),
                apology.map(ApologyIssued::letterNo).orElse(null),
                late.letter().map(OtherEntry::at).orElse(null),
                apology.map(ApologyIssued::promisedAt).orElse(null));
    }
}
