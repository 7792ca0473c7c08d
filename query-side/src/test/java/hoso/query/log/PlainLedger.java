package hoso.query.log;

import hoso.event.AcceptedEvent;
import hoso.event.DossierFact;
import hoso.event.PetitionFact;
import hoso.event.ReferenceFact;
import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import hoso.event.wire.StoredEventFormat;
import hoso.query.books.BookReader;
import hoso.query.ledger.Contribution;
import hoso.query.ledger.Dimensions;
import hoso.query.ledger.Line;
import hoso.query.ledger.Measure;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the books must say: all contributions as of a position, added up line by line, nothing kept. */
public final class PlainLedger implements BookReader {

    private final List<FabricatedLog.Row> rows;

    public PlainLedger(List<FabricatedLog.Row> rows) {
        this.rows = rows;
    }

    public Map<String, DossierHistory> dossiers(long position) {
        Map<String, DossierHistory> dossiers = new HashMap<>();
        for (FabricatedLog.Row row : rows.subList(0, (int) position)) {
            AcceptedEvent event = StoredEventFormat.read(row.body()).event();
            if (event.fact() instanceof DossierFact)
                dossiers.put(
                        event.subject(),
                        dossiers.getOrDefault(event.subject(), DossierHistory.UNKNOWN)
                                .with(event));
        }
        return dossiers;
    }

    private Map<String, PetitionHistory> petitions(long position) {
        Map<String, PetitionHistory> petitions = new HashMap<>();
        for (FabricatedLog.Row row : rows.subList(0, (int) position)) {
            AcceptedEvent event = StoredEventFormat.read(row.body()).event();
            switch (event.fact()) {
                case PetitionFact fact ->
                    petitions.put(
                            event.subject(),
                            petitions
                                    .getOrDefault(event.subject(), PetitionHistory.UNKNOWN)
                                    .with(event));
                case DossierFact fact -> {}
                case ReferenceFact fact -> {}
            }
        }
        return petitions;
    }

    @Override
    public Map<String, long[][]> sumsBefore(long position, Dimension dimension, Set<String> units, List<Instant> cuts) {
        Map<String, long[][]> sums = new HashMap<>();
        dossiers(position).values().forEach(dossier -> add(sums, Contribution.of(dossier), dimension, units, cuts));
        if (dimension == Dimension.OWNING_UNIT)
            petitions(position)
                    .values()
                    .forEach(petition -> add(sums, Contribution.of(petition), dimension, units, cuts));
        return sums;
    }

    private static void add(
            Map<String, long[][]> sums,
            Contribution contribution,
            Dimension dimension,
            Set<String> units,
            List<Instant> cuts) {
        for (Line line : contribution.lines()) {
            if (!units.contains(line.dimensions().unit())) continue;
            long[][] rows = sums.computeIfAbsent(
                    key(line.dimensions(), dimension),
                    unseen -> new long[cuts.size()][Measure.all().size()]);
            for (int cut = 0; cut < cuts.size(); cut++)
                if (line.at().isBefore(cuts.get(cut))) rows[cut][line.measure().ordinal()] += line.amount();
        }
    }

    private static String key(Dimensions dimensions, Dimension dimension) {
        return switch (dimension) {
            case OWNING_UNIT -> dimensions.unit();
            case CHANNEL -> Objects.requireNonNull(dimensions.channel()).name();
            case FIELD -> Objects.requireNonNull(dimensions.field());
            case PROCEDURE -> Objects.requireNonNull(dimensions.procedure());
        };
    }

    /** Sums as text, those that are all 0 left out, so that answers can be compared. */
    public static Map<String, String> shown(Map<String, long[][]> sums) {
        Map<String, String> shown = new HashMap<>();
        sums.forEach((key, rows) -> {
            if (Arrays.stream(rows).flatMapToLong(Arrays::stream).anyMatch(sum -> sum != 0))
                shown.put(key, Arrays.deepToString(rows));
        });
        return shown;
    }
}
