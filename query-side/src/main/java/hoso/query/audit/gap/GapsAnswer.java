package hoso.query.audit.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.query.audit.page.AskedAnswer;
import hoso.query.audit.page.IdPage;
import hoso.query.audit.page.ListQuestion;
import hoso.query.feed.OriginCode;
import hoso.query.question.PositionAnswer;
import hoso.query.question.Standpoint;
import hoso.query.report.Cuts;
import hoso.query.report.ReportDesk.Admitted;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What never came, as it is answered.
 *
 * @param asked of a unit
 * @param asOf where no unit was asked for
 * @param silence of publishers; of a unit on the first page alone
 * @param numbering one page of days with holes; absent where no unit was asked for
 * @param next the parameter {@code after} of its next page; absent after the last
 * @param origins how each stands at this moment, for who sees all units; absent beside one store
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GapsAnswer(
        @JsonUnwrapped @Nullable AskedAnswer asked,
        @Nullable PositionAnswer asOf,
        @Nullable SilenceAnswer silence,
        @Nullable List<Holes> numbering,
        @Nullable String next,
        @Nullable List<OriginGap> origins) {

    /**
     * @param prefix what the ids begin with, before the day
     * @param highest number that was published
     * @param missing how many below it were not
     * @param numbers the first hundred of them
     * @param unverified how many more were not seen in the unit; absent where none is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holes(
            String prefix,
            @Nullable String origin,
            LocalDate day,
            int highest,
            int missing,
            List<Integer> numbers,
            @Nullable Integer unverified) {}

    static GapsAnswer ofUnit(
            ListQuestion question,
            Admitted admitted,
            Optional<SilenceAnswer> silence,
            IdPage<NumberHoles> holes,
            Optional<List<OriginGap>> origins) {
        return new GapsAnswer(
                AskedAnswer.of(
                        admitted,
                        Cuts.of(question.report(), admitted.standpoint().now())),
                null,
                silence.orElse(null),
                holes.items().stream().map(GapsAnswer::holes).toList(),
                holes.end()
                        .map(last -> question.next(admitted.standpoint(), last))
                        .orElse(null),
                origins.orElse(null));
    }

    static GapsAnswer ofAll(Standpoint standpoint, SilenceAnswer silence, Optional<List<OriginGap>> origins) {
        return new GapsAnswer(null, PositionAnswer.of(standpoint), silence, null, null, origins.orElse(null));
    }

    private static Holes holes(NumberHoles holes) {
        String prefix = holes.prefix();
        return new Holes(
                OriginCode.plain(prefix),
                OriginCode.hasOrigin(prefix) ? OriginCode.origin(prefix) : null,
                holes.day(),
                holes.highest(),
                holes.count(),
                holes.missing(),
                holes.unverified() == 0 ? null : holes.unverified());
    }
}
