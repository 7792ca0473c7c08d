package hoso.query.snapshot.restatement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import hoso.query.question.PositionAnswer;
import hoso.query.report.PeriodReport;
import hoso.query.report.catalogue.Rates;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.chain.Tampering;
import hoso.query.snapshot.content.FrozenReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A restatement as it is answered.
 *
 * @param then where the snapshot was frozen
 * @param now where it is looked at from
 * @param at the moment that cuts both; absent where the period had ended
 * @param tampering what shows that the snapshot is no longer what was frozen; absent where all is well
 * @param cells those that differ; where there is none, nothing has changed
 * @param moreCells how many more do, where they are too many for one answer: ask for one figure
 * @param rates of the total, those that differ, in percent
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "id",
    "unit",
    "from",
    "to",
    "tree",
    "at",
    "then",
    "now",
    "frozenEdition",
    "edition",
    "tampering",
    "cells",
    "moreCells",
    "rates"
})
public record RestatementAnswer(
        String id,
        String unit,
        LocalDate from,
        LocalDate to,
        LocalDate tree,
        @Nullable Instant at,
        Then then,
        PositionAnswer now,
        int frozenEdition,
        int edition,
        List<String> tampering,
        @JsonInclude List<ChangedCell> cells,
        @Nullable Long moreCells,
        Map<String, ChangedRate> rates) {

    record Then(long position, @Nullable Instant recordedAt) {}

    /**
     * A figure that differs.
     *
     * @param key of its group; absent for the total, as is its name
     * @param difference now less then, to which the causes add up
     * @param dossiers the first of those that moved it, by id
     * @param next the parameter {@code after} of the next dossiers; absent after the last
     * @param more how many come after them; absent also where they are too many to be counted
     * @param units changes of the tree that moved it
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({
        "key",
        "name",
        "cell",
        "then",
        "now",
        "difference",
        "causes",
        "dossiers",
        "next",
        "more",
        "units"
    })
    record ChangedCell(
            @Nullable String key,
            @Nullable String name,
            String cell,
            @JsonInclude long then,
            @JsonInclude long now,
            @JsonInclude long difference,
            List<Part> causes,
            List<MovedDossier> dossiers,
            @Nullable String next,
            @Nullable Long more,
            List<MovedUnit> units) {

        static ChangedCell of(RestatedCell cell, Map<String, String> names) {
            String group = cell.key().group();
            boolean total = group.equals(CellKey.TOTAL);
            return new ChangedCell(
                    total ? null : group,
                    total ? null : names.getOrDefault(group, group),
                    cell.key().cell().name(),
                    cell.then(),
                    cell.now(),
                    cell.now() - cell.then(),
                    cell.parts(),
                    cell.dossiers(),
                    cell.next(),
                    cell.left(),
                    cell.units());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangedRate(@Nullable BigDecimal then, @Nullable BigDecimal now) {}

    /** How many different dossiers and petitions it names. */
    public int named() {
        return Math.toIntExact(cells.stream()
                .flatMap(cell -> cell.dossiers().stream())
                .map(MovedDossier::id)
                .distinct()
                .count());
    }

    static RestatementAnswer of(Snapshot snapshot, FrozenReport frozen, Restatement restatement) {
        PeriodReport now = restatement.now();
        Map<String, String> names = names(frozen, now);
        return new RestatementAnswer(
                snapshot.id(),
                now.question().unit(),
                frozen.period().from(),
                frozen.period().to(),
                now.question().tree(),
                frozen.at().orElse(null),
                new Then(frozen.position(), frozen.recordedAt().orElse(null)),
                PositionAnswer.of(now.standpoint()),
                frozen.edition(),
                now.edition(),
                snapshot.tampering().stream().map(Tampering::sentence).toList(),
                restatement.cells().stream()
                        .map(cell -> ChangedCell.of(cell, names))
                        .toList(),
                restatement.left() == 0 ? null : restatement.left(),
                rates(frozen, now));
    }

    /** Of groups, as they are called now; those that are no more as they were called then. */
    private static Map<String, String> names(FrozenReport frozen, PeriodReport now) {
        Map<String, String> names = new HashMap<>();
        frozen.groups(now.question().by()).forEach(group -> names.put(group.key(), group.name()));
        now.groups().forEach(group -> names.put(group.key(), group.name()));
        return names;
    }

    private static Map<String, ChangedRate> rates(FrozenReport frozen, PeriodReport now) {
        Map<String, ChangedRate> changed = new TreeMap<>();
        Map<String, BigDecimal> then = frozen.total().rates();
        Map<String, BigDecimal> present = Rates.of(now.total());
        then.forEach((id, rate) -> changed.put(id, new ChangedRate(rate, present.get(id))));
        present.forEach((id, rate) -> changed.putIfAbsent(id, new ChangedRate(null, rate)));
        changed.values()
                .removeIf(rate ->
                        rate.then() != null && rate.now() != null && rate.then().compareTo(rate.now()) == 0);
        return changed;
    }
}
