package hoso.query.audit.portal;

import hoso.query.audit.portal.Difference.NeverClosedThere;
import hoso.query.audit.portal.Difference.NotSynced;
import hoso.query.audit.portal.Difference.PauseNotSeen;
import hoso.query.audit.portal.Difference.StatusRewritten;
import hoso.query.wording.Vietnamese;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A difference in one sentence, in Vietnamese and in English, with local times and the names of the portal's statuses. */
public record Sentences(String vi, String en) {

    private static final DateTimeFormatter ENGLISH_MOMENT = DateTimeFormatter.ofPattern(
                    "HH:mm 'on' d MMMM yyyy", Locale.ENGLISH)
            .withZone(VietnamTime.OFFSET);

    public static Sentences of(Difference difference) {
        return switch (difference) {
            case NotSynced not -> notSynced(not);
            case StatusRewritten rewritten -> rewritten(rewritten);
            case Difference.Extended extended ->
                said(
                        "Đã gia hạn lúc %1$s, từ %2$s đến %3$s; lúc %4$s Cổng vẫn tính theo hạn cũ",
                        "It was extended at %1$s, from %2$s to %3$s; at %4$s the portal still went by the old due instant",
                        extended.on(),
                        extended.oldDueAt(),
                        extended.newDueAt(),
                        extended.shown().at());
            case Difference.ReAppointed again ->
                said(
                        "Đến hạn lúc %1$s; thư xin lỗi lúc %2$s hẹn lại %3$s, và lúc %4$s Cổng không hiển thị quá hạn",
                        "It was due at %1$s; the apology of %2$s promised %3$s, and at %4$s the portal did not show it overdue",
                        again.dueAt(),
                        again.on(),
                        again.promisedAt(),
                        again.shown().at());
            case PauseNotSeen pause ->
                wait(
                        "Chờ bổ sung hồ sơ",
                        "It waited for a supplement",
                        pause.from(),
                        pause.until(),
                        pause.oldDueAt(),
                        pause.shown());
            case Difference.SuspensionNotSeen suspension ->
                wait(
                        "Tạm dừng giải quyết",
                        "It was suspended",
                        suspension.from(),
                        suspension.until(),
                        suspension.oldDueAt(),
                        suspension.shown());
            case Difference.SecondRequest second ->
                said(
                        "Yêu cầu bổ sung lần thứ hai lúc %1$s: theo cách chấm điểm của Cổng, hồ sơ quá hạn",
                        "A supplement was requested for the second time at %1$s: as the portal scores, it is overdue",
                        second.on());
            case Difference.UnansweredRequest request ->
                said(
                        "Yêu cầu bổ sung lúc %1$s đến thời điểm xét chưa được trả lời: theo cách chấm điểm của Cổng, hồ sơ kết thúc lúc yêu cầu",
                        "The supplement requested at %1$s had not been answered by then: as the portal scores, it ended with the request",
                        request.on());
            case NeverClosedThere never -> neverClosed(never);
            case Difference.ClosedLaterThere later ->
                said(
                        "Kết thúc lúc %1$s, hạn %2$s; đến %3$s Cổng mới hiển thị \"%4$s\"",
                        "It was closed at %1$s and due at %2$s; the portal showed \"%4$s\" only at %3$s",
                        later.closedAt(),
                        later.dueAt(),
                        later.end().at(),
                        later.end().status());
            case Difference.ClosedEarlierThere earlier ->
                said(
                        "Kết thúc lúc %1$s, hạn %2$s; từ %3$s Cổng đã hiển thị \"%4$s\"",
                        "It was closed at %1$s and due at %2$s; the portal showed \"%4$s\" already at %3$s",
                        earlier.closedAt(),
                        earlier.dueAt(),
                        earlier.end().at(),
                        earlier.end().status());
            case Difference.ClosedThereAlone alone ->
                said(
                        "Chưa kết thúc tại hệ thống; từ %1$s Cổng hiển thị \"%2$s\"",
                        "It is not closed here; the portal has shown \"%2$s\" since %1$s",
                        alone.end().at(),
                        alone.end().status());
            case Difference.OverdueThereAlone there ->
                there.shown() == null
                        ? said(
                                "Hạn tại hệ thống là %1$s; chỉ theo cách chấm điểm của Cổng là quá hạn",
                                "It is due at %1$s here; as the portal scores, it is overdue", there.dueAt())
                        : said(
                                "Hạn tại hệ thống là %1$s; lúc %2$s Cổng hiển thị quá hạn (\"%3$s\")",
                                "It is due at %1$s here; at %2$s the portal showed it overdue (\"%3$s\")",
                                there.dueAt(),
                                there.shown().at(),
                                there.shown().status());
            case Difference.OverdueHereAlone here ->
                here.shown() == null
                        ? said(
                                "Quá hạn tại hệ thống từ %1$s; theo cách chấm điểm của Cổng thì không",
                                "It is overdue here since %1$s; as the portal scores, it is not", here.dueAt())
                        : said(
                                "Quá hạn tại hệ thống từ %1$s; lúc %2$s Cổng hiển thị không quá hạn (\"%3$s\")",
                                "It is overdue here since %1$s; at %2$s the portal showed it in time (\"%3$s\")",
                                here.dueAt(),
                                here.shown().at(),
                                here.shown().status());
        };
    }

    private static Sentences notSynced(NotSynced not) {
        return not.syncedUntil() == null
                ? said("Chưa đồng bộ, theo ghi nhận từ %1$s", "It is not synced, as observed since %1$s", not.since())
                : said(
                        "Không còn đồng bộ từ %1$s; lần cuối được đồng bộ lúc %2$s",
                        "It is no longer synced since %1$s; it last was at %2$s", not.since(), not.syncedUntil());
    }

    private static Sentences rewritten(StatusRewritten rewritten) {
        Observation after = rewritten.after();
        Observation before = rewritten.before();
        return before == null
                ? said(
                        "Cổng hiển thị \"%1$s\" lúc %2$s, khi hồ sơ đang chờ tại hệ thống",
                        "The portal showed \"%1$s\" at %2$s, while the dossier waited here", after.status(), after.at())
                : said(
                        "Trạng thái trên Cổng từ \"%1$s\" (%2$s) thành \"%3$s\" (%4$s) không theo diễn biến tại hệ thống",
                        "The portal's status went from \"%1$s\" (%2$s) to \"%3$s\" (%4$s) without what happened here",
                        before.status(),
                        before.at(),
                        after.status(),
                        after.at());
    }

    private static Sentences wait(
            String vi, String en, Instant from, @Nullable Instant until, Instant oldDueAt, Observation shown) {
        return until == null
                ? said(
                        vi + " từ %1$s; lúc %2$s Cổng vẫn tính theo hạn %3$s",
                        en + " from %1$s on; at %2$s the portal still went by the due instant %3$s",
                        from,
                        shown.at(),
                        oldDueAt)
                : said(
                        vi + " từ %1$s đến %4$s; lúc %2$s Cổng vẫn tính theo hạn %3$s",
                        en + " from %1$s to %4$s; at %2$s the portal still went by the due instant %3$s",
                        from,
                        shown.at(),
                        oldDueAt,
                        until);
    }

    private static Sentences neverClosed(NeverClosedThere never) {
        Observation shown = never.shown();
        return shown.at().isBefore(never.closedAt())
                ? said(
                        "Kết thúc lúc %1$s; ghi nhận cuối trên Cổng là \"%2$s\" lúc %3$s, trước khi kết thúc",
                        "It was closed at %1$s; the portal was last observed before that, showing \"%2$s\" at %3$s",
                        never.closedAt(),
                        shown.status(),
                        shown.at())
                : said(
                        "Kết thúc lúc %1$s; lúc %3$s Cổng vẫn hiển thị \"%2$s\"",
                        "It was closed at %1$s; at %3$s the portal still showed \"%2$s\"",
                        never.closedAt(),
                        shown.status(),
                        shown.at());
    }

    private static Sentences said(String vi, String en, Object... facts) {
        return new Sentences(
                filled(vi, facts, PortalStatus::vietnamese, Vietnamese::time) + ".",
                filled(en, facts, PortalStatus::english, ENGLISH_MOMENT::format) + ".");
    }

    private static String filled(
            String sentence, Object[] facts, Function<PortalStatus, String> named, Function<Instant, String> moment) {
        return sentence.formatted(Stream.of(facts)
                .map(fact -> fact instanceof PortalStatus status ? named.apply(status) : moment.apply((Instant) fact))
                .toArray());
    }
}
