package hoso.standalone.demo;

import hoso.command.reference.NationalCalendars;
import hoso.event.ClockFact;
import hoso.event.PetitionFact;
import hoso.event.Publication;
import hoso.standalone.demo.data.DemoProcedure;
import hoso.standalone.demo.data.DemoUnit;
import hoso.vocabulary.WorkingCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Each of the five reports, counted from the events of the demo without any ledger. */
final class CountedDemo {

    private final WorkingCalendar calendar = NationalCalendars.calendar();
    private final Map<String, DemoProcedure> procedures =
            DemoProcedure.all().stream().collect(Collectors.toMap(DemoProcedure::code, Function.identity()));
    private final Map<String, DemoUnit> units =
            DemoUnit.all().stream().collect(Collectors.toMap(DemoUnit::code, Function.identity()));
    private final Map<String, Map<String, Long>> sums = new ConcurrentHashMap<>();

    private final Set<String> kinds = ConcurrentHashMap.newKeySet();
    private final Set<String> strangeIds = ConcurrentHashMap.newKeySet();

    private CountedDemo(GroupedDemo demo) {
        demo.lives.entrySet().parallelStream().forEach(life -> count(life.getKey(), life.getValue()));
    }

    /** The count that all tests look at. */
    static CountedDemo shared() {
        return Shared.COUNT;
    }

    private static final class Shared {
        private static final CountedDemo COUNT = new CountedDemo(GroupedDemo.shared());
    }

    /** The facts there are, by their simple names. */
    Set<String> kinds() {
        return kinds;
    }

    /** The ids that are given twice, or do not begin with what they are about. */
    Set<String> strangeIds() {
        return strangeIds;
    }

    /** A cell of the report of a unit, as {@code received.total}; 0 where nothing was counted. */
    long total(String unit, String cell) {
        return cell(unit + " total", cell);
    }

    long atLevel(String unit, String level, String cell) {
        return cell(unit + " level " + level, cell);
    }

    long ofChannel(String unit, String channel, String cell) {
        return cell(unit + " channel " + channel, cell);
    }

    long ofProcedure(String unit, String procedure, String cell) {
        return cell(unit + " procedure " + procedure, cell);
    }

    /** A cell of the subtree of a child, in the report of a unit. */
    long ofChild(String unit, String child, String cell) {
        return cell(unit + " child " + child, cell);
    }

    /** The procedures for which a cell of a unit's report is not 0. */
    long proceduresWith(String unit, String cell) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getKey().startsWith(unit + " procedure "))
                .filter(sum -> sum.getValue().getOrDefault(cell, 0L) > 0)
                .count();
    }

    /** What one dossier adds to a report. */
    Map<String, Long> cells(List<Publication> events, DemoReport report) {
        return SimpleDossier.of(events, procedures, calendar)
                .map(dossier -> SimpleCells.of(dossier, procedures.get(dossier.receipt.procedure()), report))
                .orElse(Map.of());
    }

    private void count(String subject, List<byte[]> lines) {
        List<Publication> events = lines.stream().map(GroupedDemo::read).toList();
        var ids = new HashSet<String>();
        for (Publication event : events) {
            kinds.add(event.fact().getClass().getSimpleName());
            String id = event.key().id();
            if (!id.startsWith(subject + ".") || !ids.add(id)) strangeIds.add(id);
        }
        switch (events.getFirst().fact()) {
            case ClockFact.Received receipt -> {
                for (DemoReport report : DemoReports.all())
                    if (units.get(receipt.unit()).isWithin(report.unit())) {
                        Map<String, Long> cells = cells(events, report);
                        String channel = SimpleDossier.of(events, procedures, calendar)
                                .map(dossier -> dossier.receipt.channel().name())
                                .orElse("");
                        add(report.unit(), receipt.unit(), cells);
                        add(report.unit() + " procedure " + receipt.procedure(), cells);
                        add(report.unit() + " channel " + channel, cells);
                    }
            }
            case PetitionFact.PetitionReceived receipt -> {
                for (DemoReport report : DemoReports.all())
                    if (units.get(receipt.unit()).isWithin(report.unit()))
                        add(report.unit(), receipt.unit(), SimpleCells.ofPetition(events, report));
            }
            default -> throw new IllegalStateException("begins with no receipt: " + events);
        }
    }

    private void add(String asked, String unit, Map<String, Long> cells) {
        add(asked + " total", cells);
        add(asked + " level " + units.get(unit).level(), cells);
        int end = unit.indexOf('.', asked.length() + 1);
        add(asked + " child " + (end < 0 ? unit : unit.substring(0, end)), cells);
    }

    private void add(String sum, Map<String, Long> cells) {
        Map<String, Long> known = sums.computeIfAbsent(sum, unused -> new ConcurrentHashMap<>());
        cells.forEach((cell, value) -> known.merge(cell, value, Long::sum));
    }

    private long cell(String sum, String cell) {
        return sums.getOrDefault(sum, Map.of()).getOrDefault(cell, 0L);
    }
}
