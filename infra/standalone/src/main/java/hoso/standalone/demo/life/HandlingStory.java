package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.Apportion;
import hoso.standalone.demo.plan.Mark;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Window;
import java.time.Instant;
import java.util.Arrays;

/** What is done with a dossier beside its clock: digitized, reused, paid for, handed on. */
final class HandlingStory {

    /** In thousands of VND: what is asked for where the procedure itself has no fee. */
    private static final int ASKED_MAX = 300;

    private HandlingStory() {}

    static void tell(Story story, Ending ending) {
        PlannedDossier dossier = story.dossier();
        Instant receivedAt = dossier.receivedAt();
        if (dossier.has(Mark.DIGITIZED)) digitize(story, "components-digitized", 6);
        if (dossier.has(Mark.REUSED)) digitize(story, "data-reused", 3);
        if (dossier.has(Mark.FEE) && !dossier.procedure().fee())
            story.telling()
                    .tell(
                            "fee-requested",
                            story.soon(receivedAt, 2, 4),
                            amount(1 + story.random().nextInt(ASKED_MAX)).json());
        if (dossier.has(Mark.PAID)) payOnline(story, ending);
        else if (dossier.has(Mark.FEE) && story.happensTo(50))
            story.telling()
                    .tell(
                            "fee-paid",
                            story.soon(receivedAt, 2, 5),
                            amount(1 + story.random().nextInt(ASKED_MAX))
                                    .text("method", "COUNTER")
                                    .json());
        if (story.happensTo(20)) forward(story, ending);
    }

    private static void digitize(Story story, String type, int componentsMax) {
        Instant at = story.soon(story.dossier().receivedAt(), 1, 15);
        Instant publishedAt = story.happensTo(12) ? story.later(at, 300, 1_440) : at;
        String data = story.happensTo(250)
                ? Data.of()
                        .number("components", 1 + story.random().nextInt(componentsMax))
                        .json()
                : "";
        story.telling().tell(type, at, publishedAt, data);
    }

    /** All payments fall into the period, so that its amounts come out. */
    private static void payOnline(Story story, Ending ending) {
        PlannedDossier dossier = story.dossier();
        var even = new long[dossier.payments()];
        Arrays.fill(even, 1);
        Window open = ending.whileOpen(
                        dossier.receivedAt().plusSeconds(120),
                        dossier.report().end().minusSeconds(1))
                .from(dossier.report().start());
        for (long thousands : Apportion.split(dossier.paidThousands(), even)) pay(story, open, thousands);
    }

    private static void pay(Story story, Window open, long thousands) {
        Instant at = open.anyTime(story.random());
        boolean wrong = story.happensTo(1);
        String id = story.telling().tell("fee-paid", at, online(wrong ? thousands * 10 : thousands));
        if (!wrong) return;
        story.telling()
                .tell(
                        "corrected",
                        story.soon(at, 200, 1_440),
                        Data.of()
                                .object("corrects", story.telling().reference(id))
                                .object("data", online(thousands))
                                .text("reason", story.text(Texts.Kind.WRONG_AMOUNT))
                                .text("authority", story.text(Texts.Kind.AUTHORITY))
                                .json());
    }

    private static String online(long thousands) {
        return amount(thousands).text("method", "ONLINE").json();
    }

    private static void forward(Story story, Ending ending) {
        Window open = ending.whileOpen(
                story.dossier().receivedAt(), story.dossier().report().end());
        story.telling()
                .tell(
                        "forwarded",
                        open.anyTime(story.random()),
                        Data.of()
                                .text("holder", story.text(Texts.Kind.HOLDER))
                                .text("step", story.text(Texts.Kind.STEP))
                                .json());
    }

    private static Data amount(long thousands) {
        return Data.of().number("amount", thousands * 1_000);
    }
}
