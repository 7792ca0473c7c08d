package hoso.query.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.event.history.ReferenceRegister;
import hoso.query.question.PositionAnswer;
import hoso.vocabulary.Dated;
import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.ProcedureVersion;
import hoso.vocabulary.SupplementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The procedures in the version in force on a date, sorted by code. */
record ProceduresAnswer(PositionAnswer asOf, LocalDate date, List<Listed> procedures) {

    record Listed(
            String code,
            String name,
            String field,
            OnlineLevel onlineLevel,
            ProcessingAnswer processing,
            SupplementRule supplement,
            boolean feeRequired,
            boolean electronicCopy,
            LocalDate validFrom) {}

    /**
     * @param amount hours or days; absent for {@code SAME_DAY}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProcessingAnswer(String kind, @Nullable Integer amount) {}

    static ProceduresAnswer of(PositionAnswer asOf, LocalDate date, ReferenceRegister known) {
        Stream<String> codes = known.procedures().keySet().stream().sorted();
        List<Listed> procedures = codes.flatMap(code -> known.procedure(code, date).stream())
                .map(ProceduresAnswer::listed)
                .toList();
        return new ProceduresAnswer(asOf, date, procedures);
    }

    private static Listed listed(Dated.Version<ProcedureVersion> version) {
        ProcedureVersion procedure = version.value();
        int amount = procedure.processing().amount();
        return new Listed(
                procedure.code(),
                procedure.name(),
                procedure.field(),
                procedure.onlineLevel(),
                new ProcessingAnswer(procedure.processing().kind().name(), amount == 0 ? null : amount),
                procedure.supplement(),
                procedure.feeRequired(),
                procedure.electronicCopy(),
                version.validFrom());
    }
}
