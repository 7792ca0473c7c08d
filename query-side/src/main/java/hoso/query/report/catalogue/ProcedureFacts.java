package hoso.query.report.catalogue;

import hoso.event.history.ReferenceRegister;
import hoso.query.report.figure.Figures;
import hoso.vocabulary.ProcedureVersion;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many procedures there are of each kind. Nobody publishes which office offers which, so they are those of the whole
 * register, and can be told of the top of a tree alone.
 */
public record ProcedureFacts(Map<ProcedureCount, Long> counts) {

    public ProcedureFacts {
        counts = Map.copyOf(counts);
    }

    /**
     * Of all procedures in force on a date.
     *
     * @param known as of the position of the report
     * @param byProcedure what the report says by procedure; one that is missing has no dossiers
     */
    public static ProcedureFacts of(ReferenceRegister known, LocalDate date, Map<String, Figures> byProcedure) {
        Map<ProcedureCount, Long> counts = new EnumMap<>(ProcedureCount.class);
        Arrays.stream(ProcedureCount.values()).forEach(count -> counts.put(count, 0L));
        for (String code : known.procedures().keySet()) {
            Figures dossiers = byProcedure.getOrDefault(code, Figures.NONE);
            known.procedure(code, date)
                    .filter(version -> !version.validFrom().isAfter(date))
                    .ifPresent(version -> add(counts, version.value(), dossiers));
        }
        return new ProcedureFacts(counts);
    }

    private static void add(Map<ProcedureCount, Long> counts, ProcedureVersion procedure, Figures dossiers) {
        for (ProcedureCount count : ProcedureCount.values())
            if (count.counts(procedure, dossiers)) counts.merge(count, 1L, Long::sum);
    }

    /** All of them by their names, as {@code online}. */
    public Map<String, Long> byName() {
        Map<String, Long> byName = new TreeMap<>();
        counts.forEach((count, value) -> byName.put(count.member(), value));
        return byName;
    }

    public long of(ProcedureCount count) {
        return counts.getOrDefault(count, 0L);
    }
}
