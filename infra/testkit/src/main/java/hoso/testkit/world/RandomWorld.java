package hoso.testkit.world;

import static hoso.testkit.world.Sent.data;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A world made from a seed: the CloudEvents of two provinces as NDJSON lines in order of arrival. Units, procedures and
 * dossiers bear the seed in their codes, calendars do not: two worlds may follow each other in one house, and the second
 * is then decided with the calendars of the first. Every time lies between 2021 and October 2026, but for those that are
 * there to be refused (2099). Erasures need the scope {@code admin}; all else a registrar may publish.
 */
public final class RandomWorld {
    private static final LocalDate EARLIEST = LocalDate.of(2021, 3, 1);
    /** Half a year of receipts, and as long again for what is late, ends before November 2026. */
    private static final int STARTS = 1700;

    private static final int DAYS = 150;
    /** Enough to pass the bound of 1,000, although some of them reuse a key. */
    private static final int CROWD = 1100;

    private final long seed;
    private final Stage stage;
    private final Instant start;

    private RandomWorld(long seed) {
        this.seed = seed;
        this.stage = new Stage(seed);
        this.start =
                EARLIEST.plusDays(stage.chance.between(0, STARTS)).atTime(7, 0).toInstant(Chance.LOCAL);
    }

    /** A world of about that many dossiers, of some ten lines each, and a fifth as many petitions. */
    public static RandomWorld of(long seed, int dossiers) {
        RandomWorld world = new RandomWorld(seed);
        world.stage.schedule(world.start.minus(Duration.ofDays(19)), world::begin);
        NaturalLife lives = new NaturalLife(world.stage);
        for (int i = 0; i < dossiers; i++) {
            world.someDossier(lives);
        }
        WorldPetitions petitions = new WorldPetitions(world.stage);
        for (int i = 0; i < dossiers / 5; i++) {
            petitions.begin(world.someTime());
        }
        world.disturb(dossiers);
        world.stage.play();
        return world;
    }

    /** A small world with one dossier that is told more than it may be: of notices, then of extensions. */
    public static RandomWorld crowded(long seed) {
        RandomWorld world = new RandomWorld(seed);
        world.stage.schedule(world.start.minus(Duration.ofDays(19)), world::begin);
        world.stage.schedule(world.start, world::crowd);
        world.stage.play();
        return world;
    }

    private void begin() {
        if (stage.chance.percent(50)) {
            new WorldCalendars(stage).publish(day(start));
        }
        new WorldUnits(stage, start).register();
        new WorldProcedures(stage, start).publish();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(Chance.LOCAL).toLocalDate();
    }

    private Instant someTime() {
        return start.plus(stage.chance.upTo(Duration.ofDays(DAYS)));
    }

    private void someDossier(NaturalLife life) {
        Instant at = someTime();
        stage.schedule(at.minus(Duration.ofDays(1)), () -> life.begin(at));
    }

    private void disturb(int dossiers) {
        WorldUnits units = new WorldUnits(stage, start);
        WorldProcedures procedures = new WorldProcedures(stage, start);
        WorldCalendars calendars = new WorldCalendars(stage);
        Interventions interventions = new Interventions(stage);
        Corrections corrections = new Corrections(stage);
        Repeats repeats = new Repeats(stage);
        Nonsense nonsense = new Nonsense(stage);
        often(10 + dossiers / 50, units::reorganise);
        often(4 + dossiers / 100, procedures::publishAgain);
        often(3 + dossiers / 200, () -> calendars.publish(day(stage.clock())));
        often(dossiers * 2, () -> interventions.intervene(stage.chance.from(stage.dossiers)));
        often(dossiers * 2, () -> corrections.correctSomething(stage.chance.from(stage.dossiers)));
        often(dossiers, repeats::repeatSomething);
        often(dossiers / 3, nonsense::offer);
    }

    private void often(int times, Runnable what) {
        for (int i = 0; i < times; i++) {
            Instant at = start.plus(Duration.ofHours(6)).plus(stage.chance.upTo(Duration.ofDays(DAYS + 40)));
            stage.schedule(at, () -> {
                if (!stage.dossiers.isEmpty()) {
                    what.run();
                }
            });
        }
    }

    private void crowd() {
        FactData facts = new FactData(stage);
        String id = stage.root + "-crowded";
        stage.send("dossier.received", id, start.minusSeconds(60), facts.receipt(start.minusSeconds(60)));
        for (int i = 0; i < CROWD; i++) {
            stage.send("dossier.notified", id, start, facts.other("notified"));
        }
        for (int i = 0; i < CROWD; i++) {
            stage.send(
                    "dossier.clock-redecided", id, start, data("reason", "lần " + i, "authority", facts.authority()));
        }
    }

    /** The seed, to be printed where a test fails. */
    public long seed() {
        return seed;
    }

    /** The lines in order of arrival. */
    public List<String> lines() {
        return List.copyOf(stage.lines);
    }

    /** The verdict of a brute house of its own on each line, with only the shipped calendars before the first. */
    public List<String> verdicts() {
        return List.copyOf(stage.verdicts);
    }

    /** The units of this world, its larger province first. */
    public List<String> units() {
        return List.copyOf(stage.units);
    }

    /** The larger province. */
    public String root() {
        return stage.root;
    }

    /** The first day on which a dossier may be received. */
    public LocalDate firstDay() {
        return day(start);
    }

    /** The last day on which a dossier may be received. */
    public LocalDate lastDay() {
        return day(start).plusDays(DAYS);
    }

    @Override
    public String toString() {
        return "world of seed " + seed;
    }
}
