package hoso.query.snapshot.document;

import hoso.query.report.figure.Cells;
import hoso.query.snapshot.content.FrozenFigures;
import hoso.query.snapshot.document.template.Scope;
import hoso.query.wording.Vietnamese;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of one key by the names that reports give them, as {@code resolved.late} and {@code rates.late}, and a few
 * that officials add up themselves.
 */
record FigureScope(FrozenFigures figures) implements Scope {

    private static final String RATE = "rates.";

    /** The names beyond those of cells and rates. */
    static final Set<String> SUMS = Set.of(
            "received.directOrPostal", "resolved.inTime", "tags.portalUnsynced", "petitions.total", "paid.rounded");

    @Override
    public boolean knows(String name) {
        return SUMS.contains(name) || name.startsWith(RATE) || Cells.named(name).isPresent();
    }

    @Override
    public Optional<Object> find(String name) {
        if (SUMS.contains(name)) return sum(name);
        if (name.startsWith(RATE))
            return figures.rate(name.substring(RATE.length())).map(rate -> rate);
        return figures.find(name).map(count -> count);
    }

    private Optional<Object> sum(String name) {
        return switch (name) {
            case "received.directOrPostal" -> Optional.of(cell("received.direct") + cell("received.postal"));
            case "resolved.inTime" -> Optional.of(cell("resolved.early") + cell("resolved.onTime"));
            case "tags.portalUnsynced" ->
                Optional.of(cell("tags.portalObserved.inScope") - cell("tags.portalSynced.inScope"));
            case "petitions.total" -> Optional.of(cell("petitions.received") + cell("petitions.carriedOver"));
            case "paid.rounded" -> Optional.of(Vietnamese.dong(cell("amounts.paidOnline")));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private long cell(String name) {
        return figures.cell(name);
    }
}
