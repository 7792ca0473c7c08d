package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Window;
import hoso.vocabulary.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What all parts of one dossier's life share: its plan, its chance, and the telling of it. */
record Story(PlannedDossier dossier, Telling telling, WorkingCalendar calendar, Texts texts, RandomGenerator random) {

    /** Whether something that befalls so many in a thousand befalls this one. */
    boolean happensTo(int perMille) {
        return random.nextInt(1_000) < perMille;
    }

    String text(Texts.Kind kind) {
        return texts.any(kind, random);
    }

    String reason(Texts.Kind kind) {
        return Data.of().text("reason", text(kind)).json();
    }

    /** An instant of working time after the window's first; none where there is none. */
    @Nullable
    Instant within(Window window) {
        return window.any(calendar, random);
    }

    /** After some working time between the two numbers of minutes. */
    Instant later(Instant instant, int minutesMin, int minutesMax) {
        long seconds = 60L * minutesMin + random.nextInt(60 * (minutesMax - minutesMin));
        return calendar.advance(instant, Duration.ofSeconds(seconds));
    }

    /** After some time between the two numbers of minutes, at work or not. */
    Instant soon(Instant instant, int minutesMin, int minutesMax) {
        return instant.plusSeconds(60L * minutesMin + random.nextInt(60 * (minutesMax - minutesMin)));
    }
}
