package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.vocabulary.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Tells the whole life of a planned dossier; the same plan always lives the same life. */
public final class DossierLife {

    private final WorkingCalendar calendar;
    private final Texts texts = new Texts();

    public DossierLife(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** All its facts, the clock's in their order. */
    public List<Told> tell(PlannedDossier dossier, String id) {
        String source = "urn:vn:" + dossier.unit().province().toLowerCase(Locale.ROOT) + ":mot-cua";
        var telling = new Telling(id, source);
        var story = new Story(dossier, telling, calendar, texts, new SplittableRandom(dossier.story()));
        Instant firstDue = ReceiptStory.tell(story);
        switch (dossier.standing()) {
            case EARLY, ON_TIME, LATE -> handle(story, ClosedStory.tell(story, firstDue));
            case NOT_DUE -> handle(story, OpenStory.notDue(story, firstDue));
            case OVERDUE -> handle(story, OpenStory.overdue(story, firstDue));
            case PAUSED -> handle(story, OpenStory.paused(story, firstDue));
            case MISTAKEN -> ReceiptStory.takeBack(story);
        }
        return telling.told();
    }

    private static void handle(Story story, Ending ending) {
        HandlingStory.tell(story, ending);
        PortalStory.tell(story, ending);
        LatenessStory.tell(story, ending);
        ResultStory.tell(story, ending);
    }
}
