package hoso.query.desk.entry;

import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Frame;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The working time of a year, and the form by which another version is published.
 *
 * @param calendar as {@code /calendars/{year}} answers it
 * @param entry whether something can be entered here
 * @param publishable whether the caller may publish another
 * @param drawn when the form was drawn
 */
public record CalendarPage(int year, Answer calendar, boolean entry, boolean publishable, String drawn) {

    static final String PATH = "/lich";

    /** The days of a list by month. */
    public Map<Integer, List<LocalDate>> byMonth(String list) {
        return days(list).stream()
                .collect(Collectors.groupingBy(LocalDate::getMonthValue, TreeMap::new, Collectors.toList()));
    }

    public List<LocalDate> days(String list) {
        return calendar.texts(list).stream().map(LocalDate::parse).toList();
    }

    /** As the form's field holds them, a day a line. */
    public String lines(String list, Frame frame) {
        return days(list).stream().map(frame.format()::day).collect(Collectors.joining("\n"));
    }

    /** As {@code 07:30-11:30, 13:00-17:00}. */
    public String hours() {
        return calendar.list("hours").stream()
                .map(span -> String.join("-", span.texts("")))
                .collect(Collectors.joining(", "));
    }

    public String at(int other) {
        return PATH + "?nam=" + other;
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
