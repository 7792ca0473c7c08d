package hoso.query.desk.entry;

import hoso.edge.Parameters;
import hoso.query.desk.ask.Question;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a calendar as people write it into a form. */
final class CalendarForm {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static final String HOURS = "hours";
    static final String HOLIDAYS = "holidays";
    static final String MAKE_UP_DAYS = "makeUpDays";

    private CalendarForm() {}

    /** The data of {@code calendar.published}; what is no calendar the door refuses. */
    static ObjectNode data(Question entered) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (entered.has(HOURS)) {
            ArrayNode hours = data.putArray(HOURS);
            for (String span : parts(entered.text(HOURS), ",")) {
                ArrayNode ends = hours.addArray();
                parts(span, "-").forEach(ends::add);
            }
        }
        days(entered.text(HOLIDAYS)).forEach(data.putArray(HOLIDAYS)::add);
        days(entered.text(MAKE_UP_DAYS)).forEach(data.putArray(MAKE_UP_DAYS)::add);
        return data;
    }

    private static List<String> days(String text) {
        return parts(text, "[\\s,;]+").stream().map(CalendarForm::day).toList();
    }

    private static String day(String text) {
        try {
            return LocalDate.parse(text, DAY).toString();
        } catch (DateTimeParseException unreadable) {
            throw Parameters.malformed("no day, as 30/04/2026 is one: " + Parameters.shortened(text));
        }
    }

    private static List<String> parts(String text, String between) {
        return Arrays.stream(text.split(between, -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
