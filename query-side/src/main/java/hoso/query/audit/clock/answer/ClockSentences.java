package hoso.query.audit.clock.answer;

import static hoso.query.wording.Vietnamese.capitalized;
import static hoso.query.wording.Vietnamese.date;
import static hoso.query.wording.Vietnamese.time;
import static hoso.query.wording.Vietnamese.uncapitalized;
import static hoso.query.wording.Vietnamese.workingTime;

import hoso.event.OtherFact;
import hoso.event.Ruling;
import hoso.event.Taken;
import hoso.event.history.DossierHistory;
import hoso.event.history.OtherEntry;
import hoso.query.audit.clock.Account;
import hoso.query.audit.clock.Segment;
import hoso.query.audit.clock.Step;
import hoso.query.audit.portal.SideBySide;
import hoso.query.audit.wording.FactNames;
import hoso.query.report.VietnameseNames;
import hoso.vocabulary.Processing;
import hoso.vocabulary.Remaining;
import hoso.vocabulary.VietnamTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A clock account in Vietnamese, as a citizen can read it: what happened, in its order, and what follows. */
final class ClockSentences {

    private final Accounted accounted;
    private final Account account;
    private final DossierHistory history;
    private final Named named;
    private final LocalDate day;
    private final Duration standardDay;

    ClockSentences(Accounted accounted) {
        this.accounted = accounted;
        this.account = accounted.shown();
        this.history = account.history();
        this.named = accounted.named();
        this.day = VietnamTime.date(history.receivedAt());
        this.standardDay = account.calendar().standardDay(day.getYear());
    }

    private record Said(Instant at, String sentence) {}

    List<String> all() {
        List<String> sentences = new ArrayList<>();
        if (accounted.supposing() != null) sentences.addAll(new SupposedSentences(accounted).all());
        sentences.add(receipt());
        sentences.add(firstDue());
        happened().map(Said::sentence).forEach(sentences::add);
        sentences.addAll(holidays());
        sentences.add(new VerdictSentences(account).sentence());
        if (accounted.supposing() == null) portal(sentences);
        sentences.addAll(new RecomputedSentences(accounted.recomputation()).all());
        return sentences;
    }

    private String receipt() {
        String procedure = history.received().procedure();
        String name = named.procedure(procedure, day);
        return "Hồ sơ %s được %s tiếp nhận (%s) lúc %s, thủ tục %s."
                .formatted(
                        accounted
                                .dossier()
                                .names()
                                .shownDossier(accounted.dossier().id()),
                        named.unit(history.received().unit(), day),
                        uncapitalized(VietnameseNames.channel(
                                history.received().channel().name())),
                        time(history.receivedAt()),
                        name.equals(procedure) ? procedure : name + " (" + procedure + ")");
    }

    private String firstDue() {
        Taken terms = history.terms();
        Instant stated = history.received().dueAt();
        String rule = "thời hạn giải quyết là %s, theo thủ tục có hiệu lực từ %s"
                .formatted(processing(terms.processing()), date(terms.version()));
        if (stated == null) return capitalized(rule) + ": hạn là " + time(terms.computedDueAt()) + ".";
        String first = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả ghi hạn " + time(stated) + "; " + rule;
        return stated.equals(terms.computedDueAt())
                ? first + ", cũng là lúc đó."
                : first + ", tính ra là " + time(terms.computedDueAt()) + ". Hạn lấy theo giấy hẹn.";
    }

    private String processing(Processing processing) {
        return switch (processing.kind()) {
            case WORKING_HOURS -> processing.amount() + " giờ làm việc";
            case WORKING_DAYS -> processing.amount() + " ngày làm việc (mỗi ngày " + hours(standardDay) + ")";
            case CALENDAR_DAYS -> processing.amount() + " ngày, kể cả ngày nghỉ";
            case SAME_DAY -> "trong ngày (nhận sau 15 giờ thì ngày làm việc tiếp theo)";
        };
    }

    private static String hours(Duration day) {
        return day.toHours() + " giờ" + (day.toMinutesPart() > 0 ? " " + day.toMinutesPart() + " phút" : "");
    }

    /** Clock facts after the receipt, and who the dossier went to, by time. */
    private Stream<Said> happened() {
        Stream<Said> clock = account.steps().stream()
                .skip(1)
                .map(step -> new Said(step.entry().at(), step(step)));
        Stream<Said> forwards = history.others().stream()
                .filter(entry -> entry.fact() instanceof OtherFact.Forwarded)
                .map(entry -> new Said(entry.at(), forwarded(entry)));
        return Stream.concat(clock, forwards)
                .filter(said -> !said.at().isAfter(account.at()))
                .sorted(Comparator.comparing(Said::at));
    }

    private String forwarded(OtherEntry entry) {
        String holder = ((OtherFact.Forwarded) entry.fact()).holder();
        return "Lúc " + time(entry.at()) + ": chuyển hồ sơ đến " + named.unit(holder, day) + ".";
    }

    private String step(Step step) {
        Instant dueAt = step.entry().ruling().dueAt();
        String what = "Lúc " + time(step.entry().at()) + ": "
                + FactNames.of(step.entry().fact());
        return what
                + switch (step.rule()) {
                    case STATED, COMPUTED -> throw new IllegalStateException("a second receipt: " + step);
                    case PAUSE_COUNTS -> "; tạm dừng tính thời hạn, còn lại " + remaining(step) + ".";
                    case PAUSE_TOO_LATE -> ", nhưng đã quá hạn từ " + time(dueAt) + " nên thời hạn vẫn tính.";
                    case REMAINDER -> "; tính tiếp thời hạn còn lại, hạn mới là " + time(dueAt) + ".";
                    case RESTART -> "; thời hạn tính lại từ đầu, hạn mới là " + time(dueAt) + ".";
                    case UNCHANGED -> "; hạn vẫn là " + time(dueAt) + ".";
                    case EXTENDED -> " đến " + time(dueAt) + ".";
                    case EXTENSION_NOT_LATER -> ", nhưng không muộn hơn hạn đang có: hạn vẫn là " + time(dueAt) + ".";
                    case CLOSED -> ".";
                    case CLOSED_IN_PAUSE ->
                        " khi đang tạm dừng tính thời hạn; hạn tính đến lúc đó là " + time(dueAt) + ".";
                };
    }

    private String remaining(Step step) {
        Remaining remaining =
                Objects.requireNonNull(((Ruling.Paused) step.entry().ruling()).remaining());
        return switch (remaining) {
            case Remaining.WorkingTime work -> workingTime(work.work(), standardDay);
            case Remaining.CalendarDays days -> days.days() + " ngày";
        };
    }

    /** Days off on which the clock would have run; where calendar days are counted, it did. */
    private List<String> holidays() {
        if (history.terms().processing().kind() == Processing.Kind.CALENDAR_DAYS) return List.of();
        Map<String, SortedSet<LocalDate>> days = new LinkedHashMap<>();
        for (Segment segment : account.segments().list())
            if (segment.holiday() != null)
                days.computeIfAbsent(segment.holiday(), unseen -> new TreeSet<>())
                        .addAll(days(segment));
        if (days.isEmpty()) return List.of();
        List<String> named = new ArrayList<>();
        days.forEach((name, dates) -> named.add(name + " (" + String.join(", ", spans(dates)) + ")"));
        return List.of("Không tính các ngày nghỉ lễ: " + String.join("; ", named) + ".");
    }

    private static List<LocalDate> days(Segment segment) {
        LocalDate first = VietnamTime.date(segment.from());
        LocalDate last = VietnamTime.date(segment.to().minusNanos(1_000));
        return first.datesUntil(last.plusDays(1)).toList();
    }

    /** Days that follow each other as one: a dossier may have changed hands in them. */
    private static List<String> spans(SortedSet<LocalDate> days) {
        List<String> spans = new ArrayList<>();
        LocalDate first = days.first();
        for (LocalDate day : days) {
            if (!days.contains(day.minusDays(1))) first = day;
            if (!days.contains(day.plusDays(1)))
                spans.add(first.equals(day) ? date(day) : date(first) + " – " + date(day));
        }
        return spans;
    }

    private void portal(List<String> sentences) {
        SideBySide.of(history, account.at())
                .filter(beside -> !beside.differences().isEmpty())
                .ifPresent(beside -> {
                    sentences.add("Cổng Dịch vụ công quốc gia thể hiện khác, vì:");
                    beside.differences()
                            .forEach(difference -> sentences.add("– "
                                    + hoso.query.audit.portal.Sentences.of(difference)
                                            .vi()));
                });
    }
}
