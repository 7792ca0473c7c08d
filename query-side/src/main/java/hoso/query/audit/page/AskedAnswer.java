package hoso.query.audit.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.question.PositionAnswer;
import hoso.query.report.Cuts;
import hoso.query.report.ReportDesk.Admitted;
import hoso.query.report.ReportQuestion;
import hoso.query.report.Scene;
import hoso.vocabulary.Unit;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was asked, as an answer begins.
 *
 * @param at only where it cut the period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedAnswer(
        String unit,
        String name,
        LocalDate from,
        LocalDate to,
        LocalDate tree,
        PositionAnswer asOf,
        @Nullable Instant at) {

    public static AskedAnswer of(Admitted admitted, Cuts cuts) {
        Scene scene = admitted.scene();
        ReportQuestion question = scene.question();
        return new AskedAnswer(
                scene.names().shownUnit(question.unit()),
                scene.unit().map(Unit::name).orElseThrow(),
                question.period().from(),
                question.period().to(),
                question.tree(),
                PositionAnswer.of(admitted.standpoint()),
                cuts.at().orElse(null));
    }
}
