package hoso.query.desk.entry;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.ProblemPages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The working time of a year, and the form by which another version is published.
 *
 * @param question as its address has it
 * @param calendar as {@code /calendars/{year}} answers it
 * @param entry whether something can be entered here
 * @param publishable whether the caller may publish another
 * @param entered into the form; asks nothing where it is drawn first
 * @param drawn when the form was drawn
 * @param refused why what was entered is not taken; empty where it was not refused
 */
public record CalendarPage(
        Question question,
        int year,
        Answer calendar,
        boolean entry,
        boolean publishable,
        Question entered,
        String drawn,
        Optional<ProblemPages.Shown> refused) {

    static final String PATH = "/lich";

    /** The days of a list by month. */
    public Map<Integer, List<LocalDate>> byMonth(String list) {
        return days(list).stream()
                .collect(Collectors.groupingBy(LocalDate::getMonthValue, TreeMap::new, Collectors.toList()));
    }

    public List<LocalDate> days(String list) {
        return calendar.texts(list).stream().map(LocalDate::parse).toList();
    }

    /** What the form's field of a list holds, a day a line. */
    public String lines(String list, Frame frame) {
        if (entered.has(EntryPage.DRAWN)) return entered.text(list);
        return days(list).stream().map(frame.format()::day).collect(Collectors.joining("\n"));
    }

    /** As {@code 07:30-11:30, 13:00-17:00}. */
    public String hours() {
        return hours(calendar);
    }

    /** What the form's field of the hours holds. */
    public String enteredHours() {
        return entered.has(EntryPage.DRAWN) ? entered.text(CalendarForm.HOURS) : hours();
    }

    public String at(int other) {
        return PATH + "?nam=" + other;
    }

    private static String hours(Answer calendar) {
        return calendar.list(CalendarForm.HOURS).stream()
                .map(span -> String.join("-", span.texts("")))
                .collect(Collectors.joining(", "));
    }

    /**
     * What would be published, before it is.
     *
     * @param changes by part, those alone that differ
     */
    public record Look(CalendarPage page, List<Change> changes) {

        /** What nobody has published yet holds by itself, and can be published as it stands; but nothing twice. */
        public boolean isPublishable() {
            return !changes.isEmpty() || !page.calendar().flag("published");
        }

        /** @param published what {@code calendar.published} would say */
        static Look of(CalendarPage page, Answer published, Frame frame) {
            List<Change> changes = new ArrayList<>();
            String hours = hours(published);
            if (!hours.equals(page.hours()))
                changes.add(new Change(frame.say("Giờ làm việc", "Hours"), page.hours(), hours));
            page.changed(published, CalendarForm.HOLIDAYS, frame.say("Ngày nghỉ", "Holidays"), frame)
                    .ifPresent(changes::add);
            page.changed(published, CalendarForm.MAKE_UP_DAYS, frame.say("Ngày làm bù", "Make-up days"), frame)
                    .ifPresent(changes::add);
            return new Look(page, changes);
        }
    }

    /** What goes and what comes in a part of the calendar; either may be empty. */
    public record Change(String part, String goes, String comes) {}

    private Optional<Change> changed(Answer published, String list, String name, Frame frame) {
        Set<String> was = new TreeSet<>(calendar.texts(list));
        Set<String> now = new TreeSet<>(published.texts(list));
        var change = new Change(name, without(was, now, frame), without(now, was, frame));
        return was.equals(now) ? Optional.empty() : Optional.of(change);
    }

    private static String without(Set<String> days, Set<String> others, Frame frame) {
        return days.stream()
                .filter(day -> !others.contains(day))
                .map(day -> told(LocalDate.parse(day), frame))
                .collect(Collectors.joining(", "));
    }

    /** The day of the week and of the month. */
    public static String told(LocalDate day, Frame frame) {
        String name = switch (day.getDayOfWeek()) {
            case MONDAY -> frame.say("thứ Hai", "Mon");
            case TUESDAY -> frame.say("thứ Ba", "Tue");
            case WEDNESDAY -> frame.say("thứ Tư", "Wed");
            case THURSDAY -> frame.say("thứ Năm", "Thu");
            case FRIDAY -> frame.say("thứ Sáu", "Fri");
            case SATURDAY -> frame.say("thứ Bảy", "Sat");
            case SUNDAY -> frame.say("Chủ nhật", "Sun");
        };
        return name + " " + day.getDayOfMonth() + "/" + day.getMonthValue();
    }
}
