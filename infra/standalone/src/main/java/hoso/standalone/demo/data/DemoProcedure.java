package hoso.standalone.demo.data;

import hoso.vocabulary.OnlineLevel;
import hoso.vocabulary.Processing;
import hoso.vocabulary.SupplementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A procedure of the catalogue.
 *
 * @param keys the catalogues of units it stands in
 * @param fee whether it has a fee
 * @param payable whether that fee is paid online at all
 * @param copy whether it is the electronic certification of copies
 * @param instant whether it is done on the spot
 * @param weight its share of the dossiers beside its neighbours
 * @param changes its later processing times, by the day they are in force from
 */
public record DemoProcedure(
        String code,
        List<String> keys,
        OnlineLevel onlineLevel,
        Processing processing,
        SupplementRule supplement,
        boolean fee,
        boolean payable,
        boolean copy,
        boolean instant,
        int weight,
        String field,
        String name,
        List<Change> changes) {

    /** The first day of the first version of every procedure. */
    public static final LocalDate VALID_FROM = LocalDate.of(2020, 1, 1);

    /** A later version, which differs in its processing time. */
    public record Change(LocalDate validFrom, Processing processing) {}

    public static List<DemoProcedure> all() {
        Map<String, List<Change>> changes = Table.read("procedure-changes.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("code"),
                        Collectors.mapping(
                                row -> new Change(row.date("validFrom"), processing(row.text("processing"))),
                                Collectors.toList())));
        return Table.read("procedures.csv").stream()
                .map(row -> read(row, changes.getOrDefault(row.text("code"), List.of())))
                .toList();
    }

    /** The processing time in force on a day. */
    public Processing processingOn(LocalDate date) {
        Processing inForce = processing;
        for (Change change : changes) if (!change.validFrom().isAfter(date)) inForce = change.processing();
        return inForce;
    }

    private static DemoProcedure read(Table.Row row, List<Change> changes) {
        String marks = row.text("marks");
        return new DemoProcedure(
                row.text("code"),
                row.words("keys", "\\|"),
                OnlineLevel.valueOf(row.text("online")),
                processing(row.text("processing")),
                row.text("supplement").isEmpty()
                        ? SupplementRule.RESUME
                        : SupplementRule.valueOf(row.text("supplement")),
                marks.contains("F"),
                marks.contains("P"),
                marks.contains("C"),
                marks.contains("I"),
                row.number("weight"),
                row.text("field"),
                row.text("name"),
                changes);
    }

    /** As {@code WD5}, {@code CD30}, {@code WH4}, {@code SD}. */
    private static Processing processing(String text) {
        if (text.equals("SD")) return new Processing(Processing.Kind.SAME_DAY, 0);
        Processing.Kind kind = switch (text.substring(0, 2)) {
            case "WD" -> Processing.Kind.WORKING_DAYS;
            case "CD" -> Processing.Kind.CALENDAR_DAYS;
            case "WH" -> Processing.Kind.WORKING_HOURS;
            default -> throw new IllegalArgumentException("no processing time " + text);
        };
        return new Processing(kind, Integer.parseInt(text.substring(2)));
    }
}
