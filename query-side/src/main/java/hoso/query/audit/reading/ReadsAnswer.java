package hoso.query.audit.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.question.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of looks as it is answered.
 *
 * @param reads fewer than the limit, where many had to be left out
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadsAnswer(List<ReadRow> reads, @Nullable String next) {

    static ReadsAnswer of(SeenLooks.Page page, Names names) {
        return new ReadsAnswer(
                page.rows().stream().map(row -> shown(row, names)).toList(),
                page.next().map(String::valueOf).orElse(null));
    }

    private static ReadRow shown(ReadRow row, Names names) {
        String dossier = row.dossier();
        String unit = row.unit();
        return new ReadRow(
                row.number(),
                row.at(),
                row.subject(),
                row.scopes(),
                row.units(),
                row.endpoint(),
                row.question(),
                row.origin(),
                row.refused(),
                row.position(),
                dossier == null || row.refused() ? dossier : names.shownDossier(dossier),
                unit == null ? null : names.shownUnit(unit),
                row.named());
    }
}
