package hoso.standalone.demo.life;

import hoso.standalone.demo.data.DemoProcedure;
import hoso.standalone.demo.data.DemoUnit;
import hoso.standalone.demo.data.UnitChange;
import hoso.vocabulary.Processing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells the units and procedures, which must come before what uses them. */
public final class ReferenceFacts {

    /** Published on one morning, a second each. */
    private static final Instant FIRST = Instant.parse("2022-12-01T01:00:00Z");

    private static final String PROCEDURES = "urn:vn:co-so-du-lieu-tthc";

    private final List<Told> told = new ArrayList<>();

    private ReferenceFacts() {}

    /** All of them: units parents first, their changes, procedures with their versions. */
    public static List<Told> tell(List<DemoUnit> units, List<UnitChange> changes, List<DemoProcedure> procedures) {
        var facts = new ReferenceFacts();
        for (DemoUnit unit : units) facts.register(unit, unit.name(), DemoProcedure.VALID_FROM);
        for (UnitChange change : changes) facts.change(change, units);
        for (DemoProcedure procedure : procedures) facts.publish(procedure);
        return facts.told;
    }

    private void register(DemoUnit unit, String name, LocalDate validFrom) {
        Data data = Data.of().text("name", name).text("level", unit.level().name());
        if (!unit.parent().isEmpty()) data.text("parent", unit.parent());
        tell("unit.registered", source(unit.code()), unit.code(), data.text("validFrom", validFrom.toString()));
    }

    private void change(UnitChange change, List<DemoUnit> units) {
        switch (change.kind()) {
            case MERGED ->
                tell(
                        "unit.merged",
                        source(change.code()),
                        change.code(),
                        Data.of()
                                .text("into", change.other())
                                .text("validFrom", change.validFrom().toString()));
            case RENAMED -> {
                DemoUnit unit = units.stream()
                        .filter(one -> one.code().equals(change.code()))
                        .findFirst()
                        .orElseThrow();
                register(unit, change.other(), change.validFrom());
            }
        }
    }

    private void publish(DemoProcedure procedure) {
        publish(procedure, procedure.processing(), DemoProcedure.VALID_FROM);
        for (DemoProcedure.Change change : procedure.changes())
            publish(procedure, change.processing(), change.validFrom());
    }

    private void publish(DemoProcedure procedure, Processing processing, LocalDate validFrom) {
        Data duration = Data.of().text("kind", processing.kind().name());
        if (processing.kind() != Processing.Kind.SAME_DAY) duration.number("amount", processing.amount());
        Data data = Data.of()
                .text("name", procedure.name())
                .text("field", procedure.field())
                .text("onlineLevel", procedure.onlineLevel().name())
                .object("processing", duration.json())
                .text("supplement", procedure.supplement().name());
        if (procedure.fee()) data.flag("feeRequired", true);
        if (procedure.copy()) data.flag("electronicCopy", true);
        tell("procedure.published", PROCEDURES, procedure.code(), data.text("validFrom", validFrom.toString()));
    }

    private void tell(String type, String source, String subject, Data data) {
        Instant at = FIRST.plusSeconds(told.size());
        told.add(new Told(at.getEpochSecond(), at, type, source, "tham-chieu." + told.size(), subject, data.json()));
    }

    private static String source(String unit) {
        return "urn:vn:" + unit.substring(0, 3).toLowerCase(Locale.ROOT) + ":danh-muc";
    }
}
