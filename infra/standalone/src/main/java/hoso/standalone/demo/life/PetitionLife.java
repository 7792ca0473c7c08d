package hoso.standalone.demo.life;

import hoso.standalone.demo.data.PetitionFigures;
import hoso.standalone.demo.plan.Window;
import hoso.vocabulary.VietnamTime;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Tells the petitions of the reports: the first {@code n} of each report bear what {@code n} of them must. */
public final class PetitionLife {

    private final WorkingCalendar calendar;
    private final SplittableRandom random;
    private final List<Told> told = new ArrayList<>();
    private int number;

    private PetitionLife(WorkingCalendar calendar, long seed) {
        this.calendar = calendar;
        this.random = new SplittableRandom(seed);
    }

    /** All facts of all petitions. */
    public static List<Told> tell(List<PetitionFigures> figures, WorkingCalendar calendar, long seed) {
        var life = new PetitionLife(calendar, seed);
        for (PetitionFigures figure : figures)
            for (int index = 0; index < figure.received(); index++) life.tell(figure, index);
        return life.told;
    }

    private void tell(PetitionFigures figures, int index) {
        Instant start = figures.report().start();
        Instant end = figures.report().end();
        Instant receivedAt = any(new Window(start, end.minus(Duration.ofDays(4))));
        String unit = figures.units().get(random.nextInt(figures.units().size()));
        String province = unit.substring(0, 3);
        String subject = "PA-" + province + "-" + LocalTimes.compact(VietnamTime.date(receivedAt)) + "-" + ++number;
        String source = "urn:vn:" + province.toLowerCase(Locale.ROOT) + ":phan-anh";
        // spread, so that not the same petitions are both answered and about regulations
        boolean regulation = index * 7 % figures.received() < figures.regulation();
        tell(
                subject,
                source,
                "received",
                receivedAt,
                Data.of()
                        .text("kind", regulation ? "REGULATION" : "BEHAVIOUR")
                        .text(
                                "source",
                                figures.sources()
                                        .get(random.nextInt(figures.sources().size())))
                        .text("unit", unit)
                        .json());
        boolean inPeriod = index < figures.answered();
        Instant answeredAt = inPeriod
                ? any(new Window(receivedAt, end.minus(Duration.ofDays(2))))
                : calendar.advance(figures.report().quietEnd(), Duration.ofHours(1 + random.nextInt(60)));
        tell(subject, source, "answered", answeredAt, "");
        if (index < figures.published()) tell(subject, source, "published", any(new Window(answeredAt, end)), "");
        if (index < figures.satisfied())
            tell(subject, source, "rated", answeredAt.plusSeconds(7_200), "{\"satisfied\":true}");
    }

    private void tell(String subject, String source, String type, Instant at, String data) {
        String id = subject + "." + type;
        told.add(new Told(at.getEpochSecond(), at, "petition." + type, source, id, subject, data));
    }

    private Instant any(Window window) {
        Instant instant = window.any(calendar, random);
        if (instant == null) throw new IllegalStateException("no working time in " + window);
        return instant;
    }
}
