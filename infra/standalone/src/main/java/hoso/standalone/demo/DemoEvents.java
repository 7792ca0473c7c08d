package hoso.standalone.demo;

import hoso.standalone.demo.data.DemoProcedure;
import hoso.standalone.demo.data.DemoUnit;
import hoso.standalone.demo.data.OtherProcedures;
import hoso.standalone.demo.data.PetitionFigures;
import hoso.standalone.demo.data.Scope;
import hoso.standalone.demo.data.UnitChange;
import hoso.standalone.demo.life.DossierLife;
import hoso.standalone.demo.life.PetitionLife;
import hoso.standalone.demo.life.ReferenceFacts;
import hoso.standalone.demo.life.Told;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Planner;
import hoso.vocabulary.WorkingCalendar;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events of the demo, always the same ones in the same order: line {@code n} is line {@code n} whenever it is asked
 * for, so that a load that was broken off can go on from any line, or begin anew without harm.
 */
public final class DemoEvents {

    /** The seed the demo is made from. */
    public static final long SEED = 20_240_320;

    private final DossierLife life;
    private final List<Told> reference;
    private final List<Told> petitions;
    private final List<PlannedDossier> dossiers;
    private final long total;

    /** With the calendars that the product ships: the dossiers are closed early, on time or late by them. */
    public DemoEvents(WorkingCalendar calendar) {
        this(calendar, SEED);
    }

    /** As made from another seed: other lives, the same figures. */
    public DemoEvents(WorkingCalendar calendar, long seed) {
        life = new DossierLife(calendar);
        List<DemoProcedure> procedures = DemoProcedure.all();
        reference = ReferenceFacts.tell(
                DemoUnit.all(),
                UnitChange.all(),
                Stream.concat(procedures.stream(), OtherProcedures.beside(procedures).stream())
                        .toList());
        petitions = PetitionLife.tell(PetitionFigures.all(), calendar, seed);
        dossiers = new Planner(calendar).plan(Scope.all(), seed);
        total = reference.size() + petitions.size() + count();
    }

    /** How many lines there are. */
    public long total() {
        return total;
    }

    /** In the order they were published; made as they are taken. */
    public Iterator<DemoLine> lines() {
        return new Publication(reference, petitions, dossiers, life);
    }

    private long count() {
        return dossiers.parallelStream()
                .mapToLong(dossier -> life.tell(dossier, "").size())
                .sum();
    }
}
