package hoso.bench.world;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * So many dossiers received over 365 days, evenly, up to some weeks ago; their events in the order in which they come to
 * be told, those of other dossiers in between.
 */
public final class World {

    private static final int DAYS = 365;

    /** The last events of the dossiers received last lie in the past still. */
    private static final int WEEKS_AGO = 3;

    private static final long MINUTE = 60_000_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final long FIRST_NUMBER = 10_000_000;

    /** After how many hours, about, each of a dossier's events follows its receipt; and by how many that may differ. */
    private static final int[] HOURS_AFTER = {0, 1, 24, 72, 192, 216};

    private static final int[] HOURS_EITHER_WAY = {0, 0, 8, 20, 72, 0};

    private final long dossiers;
    private final LocalDate firstDay;
    private final long firstNumber;

    public World(long dossiers, LocalDate today) {
        this(dossiers, today, FIRST_NUMBER);
    }

    /**
     * @param firstNumber of its dossiers: those of worlds in one store are to be told apart
     */
    public World(long dossiers, LocalDate today, long firstNumber) {
        this.dossiers = dossiers;
        this.firstNumber = firstNumber;
        this.firstDay = today.minusWeeks(WEEKS_AGO).minusDays(DAYS);
    }

    /** A world of at least so many events. */
    public static World ofEvents(long events, LocalDate today) {
        return ofEvents(events, today, FIRST_NUMBER);
    }

    /** Likewise, of dossiers from a number on. */
    public static World ofEvents(long events, LocalDate today, long firstNumber) {
        return new World((events + Life.EVENTS - 1) / Life.EVENTS, today, firstNumber);
    }

    public long dossiers() {
        return dossiers;
    }

    public long events() {
        return dossiers * Life.EVENTS;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** From when on some communes lie in other districts. */
    public LocalDate moveDay() {
        return firstDay.plusDays(DAYS / 2);
    }

    /** Units and procedures, one event a line; to be published before all else. */
    public List<String> referenceLines() {
        String validFrom = firstDay.minusYears(1).toString();
        return Stream.concat(
                        Offices.events(validFrom, moveDay().toString()).stream(), Procedures.events(validFrom).stream())
                .toList();
    }

    /** Steps in their order. */
    public Steps steps() {
        return new Steps(dossiers, Math.max(1, dossiers / DAYS), HOURS_AFTER);
    }

    public String id(long dossier) {
        LocalDate day = firstDay.plusDays(day(dossier));
        return unit(dossier)
                + String.format("-%02d%02d%02d-", day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth())
                + (firstNumber + dossier);
    }

    /** The CloudEvent of a step. */
    public byte[] line(Steps.Step step) {
        String type = Life.of(step.dossier()).type(step.nth());
        String data = Life.data(type, step.dossier(), unit(step.dossier()));
        return new Line().dossier(step.dossier(), step.nth(), type, id(step.dossier()), micros(step), data);
    }

    private static String unit(long dossier) {
        return Offices.all().get(Chance.below(Offices.all().size(), dossier, 11));
    }

    private long day(long dossier) {
        return dossier * DAYS / dossiers % DAYS;
    }

    private long micros(Steps.Step step) {
        long midnight = (firstDay.toEpochDay() + day(step.dossier())) * DAY;
        long received = midnight + 7 * HOUR + Long.remainderUnsigned(Chance.bits(step.dossier(), 12), 10 * HOUR);
        int nth = step.nth();
        if (nth == 0) return received;
        if (nth == Life.EVENTS - 1) return micros(new Steps.Step(step.dossier(), nth - 1)) + spread(step, 24 * HOUR);
        long either = HOURS_EITHER_WAY[nth] * HOUR;
        return received + HOURS_AFTER[nth] * HOUR - either + spread(step, 2 * either + MINUTE);
    }

    private static long spread(Steps.Step step, long within) {
        return 1 + Long.remainderUnsigned(Chance.bits(step.dossier(), 20 + step.nth()), within - 1);
    }
}
