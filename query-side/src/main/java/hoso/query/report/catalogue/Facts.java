package hoso.query.report.catalogue;

import hoso.query.report.figure.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What rates and criteria are evaluated over.
 *
 * @param procedures null where they are not known, as of a unit within a tree or in a group of a report: what needs them is
 *     absent there
 */
public record Facts(Figures figures, @Nullable ProcedureFacts procedures) {

    public static Facts of(Figures figures) {
        return new Facts(figures, null);
    }
}
