package hoso.standalone.demo.life;

import hoso.standalone.demo.data.Texts;
import hoso.standalone.demo.plan.PlannedDossier;
import hoso.standalone.demo.plan.Standing;
import hoso.vocabulary.Channel;
import hoso.vocabulary.DueDates;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a dossier comes in: sometimes typed in the next day, sometimes under the wrong channel, sometimes by mistake. */
final class ReceiptStory {

    private ReceiptStory() {}

    /** Tells the receipt; answers the first due instant. */
    static Instant tell(Story story) {
        PlannedDossier dossier = story.dossier();
        Instant computed = DueDates.first(dossier.processing(), dossier.receivedAt(), story.calendar());
        Instant stated = stated(story, computed);
        String applicant = story.happensTo(50)
                ? new UUID(
                                (story.random().nextLong() & ~0xF000L) | 0x4000L,
                                (story.random().nextLong() >>> 2) | (1L << 63))
                        .toString()
                : null;
        boolean wrongChannel =
                dossier.channel() == Channel.DIRECT && dossier.standing() != Standing.MISTAKEN && story.happensTo(3);
        Instant publishedAt = dossier.receivedAt();
        if (dossier.channel() != Channel.ONLINE && story.happensTo(10)) {
            publishedAt = story.later(publishedAt, 300, 600);
            story.telling().holdUntil(publishedAt);
        }
        String id = story.telling()
                .tell(
                        "received",
                        dossier.receivedAt(),
                        publishedAt,
                        data(dossier, wrongChannel ? Channel.POSTAL : Channel.DIRECT, stated, applicant));
        if (wrongChannel) correctChannel(story, id, data(dossier, Channel.DIRECT, stated, applicant));
        return stated == null ? computed : stated;
    }

    /** The appointment printed on some receipts: the end of work of the due day, whatever the hour of the receipt. */
    private static @Nullable Instant stated(Story story, Instant due) {
        return switch (story.dossier().standing()) {
            case LATE, OVERDUE, MISTAKEN -> null;
            case EARLY, ON_TIME, NOT_DUE, PAUSED ->
                story.happensTo(40) ? story.calendar().endOfWork(VietnamTime.date(due)) : null;
        };
    }

    /** Takes a dossier that should never have been entered out again. */
    static void takeBack(Story story) {
        PlannedDossier dossier = story.dossier();
        String receipt = story.telling().told().getFirst().id();
        Instant voidedAt = story.later(dossier.receivedAt(), 60, 900);
        story.telling()
                .tell(
                        "voided",
                        voidedAt,
                        Data.of()
                                .object("corrects", story.telling().reference(receipt))
                                .text("reason", story.text(Texts.Kind.MISTAKE))
                                .text("authority", story.text(Texts.Kind.AUTHORITY))
                                .json());
    }

    private static void correctChannel(Story story, String receipt, String data) {
        Instant correctedAt = story.later(story.dossier().receivedAt(), 60, 600);
        story.telling()
                .tell(
                        "corrected",
                        correctedAt,
                        Data.of()
                                .object("corrects", story.telling().reference(receipt))
                                .object("data", data)
                                .text("reason", story.text(Texts.Kind.WRONG_CHANNEL))
                                .text("authority", story.text(Texts.Kind.AUTHORITY))
                                .json());
    }

    private static String data(
            PlannedDossier dossier, Channel atCounter, @Nullable Instant stated, @Nullable String applicant) {
        Channel channel = dossier.channel() == Channel.DIRECT ? atCounter : dossier.channel();
        Data data = Data.of()
                .text("unit", dossier.unit().code())
                .text("procedure", dossier.procedure().code())
                .text("channel", channel.name());
        if (stated != null) data.time("dueAt", stated);
        if (applicant != null) data.text("applicantRef", applicant);
        return data.json();
    }
}
