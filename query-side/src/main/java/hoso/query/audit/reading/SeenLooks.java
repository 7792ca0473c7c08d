package hoso.query.audit.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a holder may see of the record: looks at dossiers that their units owe now, whoever owed them when they were
 * looked at, and at lists about their units.
 */
public final class SeenLooks {

    /** Rows whose dossiers' owners are asked for at once. */
    private static final int AT_ONCE = 1_000;

    /** Rows looked at for one page: who may see but few of them goes on from where it ended. */
    private static final int LOOKED_AT_MAX = 10_000;

    private final ReadTable table;
    private final Owners owners;

    /** Tells which units owe dossiers now. */
    @FunctionalInterface
    public interface Owners {

        /** By their ids; those that nobody knows are left out. */
        Map<String, String> of(Collection<String> dossiers);
    }

    public SeenLooks(ReadTable table, Owners owners) {
        this.table = table;
        this.owners = owners;
    }

    /**
     * @param next the number below which there may be more; empty after the last
     */
    record Page(List<ReadRow> rows, Optional<Long> next) {}

    /**
     * The newest first.
     *
     * @param dossiers what the dossier asked for may be called in the ledger; empty for all
     * @param units that the holder sees; empty for all, and what belongs to none
     */
    Page page(ReadsQuestion question, Optional<List<String>> dossiers, Optional<Set<String>> units) {
        int atOnce = units.isEmpty() ? question.limit() + 1 : AT_ONCE;
        List<ReadRow> seen = new ArrayList<>();
        long before = question.before();
        for (int lookedAt = 0; lookedAt < LOOKED_AT_MAX; lookedAt += atOnce) {
            List<ReadRow> rows = table.newestFirst(question, dossiers, before, atOnce);
            for (ReadRow row : units.isEmpty() ? rows : of(units.get(), rows)) {
                if (seen.size() == question.limit())
                    return new Page(seen, Optional.of(seen.getLast().number()));
                seen.add(row);
            }
            if (rows.size() < atOnce) return new Page(seen, Optional.empty());
            before = rows.getLast().number();
        }
        return new Page(seen, Optional.of(before));
    }

    private List<ReadRow> of(Set<String> units, List<ReadRow> rows) {
        Map<String, String> present = owners.of(rows.stream()
                .filter(row -> !row.refused())
                .map(ReadRow::dossier)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> {
                    String unit = unit(row, present);
                    return unit != null && units.contains(unit);
                })
                .toList();
    }

    /** Of a list, and of a dossier that the books do not have, the unit that is on record; a refused look is nobody's. */
    private static @Nullable String unit(ReadRow row, Map<String, String> present) {
        String dossier = row.dossier();
        String owner = dossier == null ? null : present.get(dossier);
        return owner == null || row.refused() ? row.unit() : owner;
    }
}
