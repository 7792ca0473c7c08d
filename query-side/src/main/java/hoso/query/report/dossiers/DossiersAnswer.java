package hoso.query.report.dossiers;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.history.ClockEntry;
import hoso.event.history.DossierHistory;
import hoso.query.question.Names;
import hoso.query.question.PositionAnswer;
import hoso.query.report.UnitCount;
import hoso.vocabulary.Channel;
import hoso.vocabulary.Timeliness;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of dossiers as it is answered.
 *
 * @param groups how many each direct child of the unit has, and the unit itself, of a list that no figure of the report counts;
 *     on the first page alone, and absent where a key is asked for
 * @param at only where it cut the period
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DossiersAnswer(
        List<Listed> dossiers,
        long count,
        @Nullable List<UnitCount> groups,
        @Nullable String next,
        PositionAnswer asOf,
        @Nullable Instant at,
        LocalDate tree) {

    /**
     * @param origin where it comes from, where origins are rolled up
     * @param closedAt absent while it is open, as is its timeliness
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(
            String id,
            @Nullable String origin,
            String unit,
            String procedure,
            Channel channel,
            Instant receivedAt,
            Instant dueAt,
            @Nullable Instant closedAt,
            @Nullable Timeliness timeliness) {}

    static DossiersAnswer of(DossierList list) {
        return new DossiersAnswer(
                list.dossiers().stream()
                        .map(candidate -> listed(candidate, list.scene().names()))
                        .toList(),
                list.count(),
                list.byUnit().map(counts -> UnitCount.of(counts, list.scene())).orElse(null),
                list.next().map(PageEnd::text).orElse(null),
                PositionAnswer.of(list.standpoint()),
                list.cuts().at().orElse(null),
                list.question().report().tree());
    }

    private static Listed listed(Candidate candidate, Names names) {
        DossierHistory dossier = candidate.history();
        return new Listed(
                names.shownDossier(candidate.id()),
                names.origin(candidate.id()).orElse(null),
                names.shownUnit(dossier.received().unit()),
                dossier.received().procedure(),
                dossier.received().channel(),
                dossier.receivedAt(),
                dossier.dueAt(),
                dossier.closing().map(ClockEntry::at).orElse(null),
                dossier.standing().timeliness());
    }
}
