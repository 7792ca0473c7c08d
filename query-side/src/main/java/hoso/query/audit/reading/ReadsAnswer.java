package hoso.query.audit.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.query.question.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of looks as it is answered.
 *
 * @param next the parameter {@code after} of the next page; absent after the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadsAnswer(List<ReadRow> reads, @Nullable String next) {

    /**
     * @param rows one more than the limit, where there are more
     */
    static ReadsAnswer of(List<ReadRow> rows, int limit, Names names) {
        List<ReadRow> page = rows.subList(0, Math.min(limit, rows.size()));
        return new ReadsAnswer(
                page.stream().map(row -> shown(row, names)).toList(),
                rows.size() > limit ? Long.toString(page.getLast().number()) : null);
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
