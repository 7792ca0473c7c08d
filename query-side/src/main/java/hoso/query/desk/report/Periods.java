package hoso.query.desk.report;

import hoso.edge.Caller;
import hoso.query.board.BoardClock;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Part;
import hoso.query.desk.unit.UnitSearch;
import hoso.vocabulary.Period;
import hoso.vocabulary.ReportingPeriod;
import hoso.vocabulary.VietnamTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Completes a question on a unit and a period: with the unit that the asker sees first, and with the month that is running
 * where boards stand, which is now but in a demo.
 */
public final class Periods {

    private static final ReportingPeriod USUAL = ReportingPeriod.MONTH_644;

    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/-](\\d{4})");

    private final UnitSearch units;
    private final BoardClock clock;

    public Periods(UnitSearch units, BoardClock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** The same question where nothing is missing; of two periods the one of a regulation stands. */
    public Question complete(Question asked, Caller caller) {
        Question question = named(asked.has("preset") ? asked.without("from", "to") : asked.without("of"))
                .readable();
        if (!question.has("unit"))
            question = question.with("unit", units.first(caller).orElse(""));
        Optional<ReportingPeriod> preset = preset(question);
        if (preset.isPresent() && preset.get().named(question.text("of")).isEmpty()) {
            Optional<LocalDate> day = question.has("of") ? lastDayOf(question.text("of")) : Optional.of(today());
            // what names no period at all is refused as any question would be, and not guessed
            return day.isPresent() ? named(question, preset.get(), day.get()) : question;
        }
        return question.has("preset") || question.has("from") || question.has("to")
                ? question
                : named(question, USUAL, today());
    }

    /** A month that was typed as {@code 3/2024}, as its regulation names it. */
    private static Question named(Question asked) {
        Matcher month = MONTH.matcher(asked.text("of"));
        return month.matches()
                ? asked.with("of", month.group(2) + "-" + (month.group(1).length() < 2 ? "0" : "") + month.group(1))
                : asked;
    }

    /** Of a period that another preset has of this name: who goes from a month to its quarter keeps the name at first. */
    private static Optional<LocalDate> lastDayOf(String name) {
        return Stream.of(ReportingPeriod.values())
                .flatMap(preset -> preset.named(name).stream())
                .map(Period::to)
                .findFirst();
    }

    /** The day that is today on the boards. */
    public LocalDate today() {
        return VietnamTime.date(clock.instant());
    }

    /** The same question about the period before; empty where it names none of a regulation. */
    Optional<Question> before(Question question) {
        return period(question)
                .flatMap(period -> preset(question)
                        .map(preset -> named(
                                question.without("at"), preset, period.from().minusDays(1))));
    }

    /** Likewise about the one after. */
    Optional<Question> after(Question question) {
        return period(question)
                .flatMap(period -> preset(question)
                        .map(preset -> named(
                                question.without("at"), preset, period.to().plusDays(1))));
    }

    private static Optional<Period> period(Question question) {
        return preset(question).flatMap(preset -> preset.named(question.text("of")));
    }

    /** The regulation's kind of period that a question asks about; empty of free days. */
    public static Optional<ReportingPeriod> preset(Question question) {
        return Stream.of(ReportingPeriod.values())
                .filter(preset -> code(preset).equals(question.text("preset")))
                .findFirst();
    }

    /** The days that a question which was answered is about. */
    public static Period days(Question question) {
        return period(question)
                .orElseGet(
                        () -> new Period(LocalDate.parse(question.text("from")), LocalDate.parse(question.text("to"))));
    }

    /** Whether a dossier of a list was still open where the list looks from, and has been closed since. */
    public static boolean isClosedSince(Answer dossier, Question question, Answer list) {
        Instant looked = list.has("at") ? list.instant("at") : days(question).end();
        return dossier.has("closedAt") && !dossier.instant("closedAt").isBefore(looked);
    }

    /** As the API names it. */
    static String code(ReportingPeriod preset) {
        return preset.name().toLowerCase(Locale.ROOT);
    }

    private static Question named(Question question, ReportingPeriod preset, LocalDate day) {
        return question.without("preset", "of", Part.PARAMETER)
                .with("preset", code(preset))
                .with("of", preset.nameAt(day));
    }
}
