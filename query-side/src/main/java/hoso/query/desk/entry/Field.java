package hoso.query.desk.entry;

import hoso.event.wire.Property;
import hoso.event.wire.ValueKind;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.dossier.FactValues;
import hoso.query.desk.frame.Format;
import hoso.query.desk.frame.Frame;
import hoso.query.desk.frame.PropertyNames;
import java.time.Instant;
import java.util.List;

/**
 * A field of the form of a fact: a property of its type, and what the fact says.
 *
 * @param name of the property
 * @param input how it is entered
 * @param value as the field holds it; empty for none
 * @param choices of a list to choose from; none otherwise
 */
public record Field(String name, Input input, String value, boolean required, int max, List<String> choices) {

    /** How a value is entered. */
    public enum Input {
        TEXT,
        LONG_TEXT,
        NUMBER,
        MOMENT,
        DAY,
        CHOICE
    }

    private static final int CODE_MAX = 64;

    /** @param event as {@code /history} answers it: the value stands in its data, free text beside */
    static Field of(Property property, Answer event) {
        ValueKind kind = property.kind();
        String value = FactValues.of(event, property.name());
        return switch (kind) {
            case ValueKind.Text text -> field(property, Input.TEXT, value, text.max());
            case ValueKind.FreeText text -> field(property, Input.LONG_TEXT, value, text.max());
            case ValueKind.Moment moment ->
                field(property, Input.MOMENT, value.isEmpty() ? "" : Format.field(Instant.parse(value)), 0);
            case ValueKind.Day day -> field(property, Input.DAY, value, 0);
            case ValueKind.Whole whole -> field(property, Input.NUMBER, value, 0);
            case ValueKind.Flag flag -> choice(property, value, List.of("true", "false"));
            case ValueKind.OneOf one ->
                choice(property, value, one.values().stream().map(Enum::name).toList());
            case ValueKind.Code code -> field(property, Input.TEXT, value, CODE_MAX);
            case ValueKind.RandomUuid uuid -> field(property, Input.TEXT, value, CODE_MAX);
            case ValueKind.Days days -> throw noForm(property);
            case ValueKind.Key key -> throw noForm(property);
            case ValueKind.ProcessingTime time -> throw noForm(property);
            case ValueKind.Hours hours -> throw noForm(property);
            case ValueKind.OtherData other -> throw noForm(property);
        };
    }

    /** Facts of a dossier have none of these. */
    private static IllegalArgumentException noForm(Property property) {
        return new IllegalArgumentException("no form has a field for " + property.path());
    }

    private static Field field(Property property, Input input, String value, int max) {
        return new Field(property.name(), input, value, property.required(), max, List.of());
    }

    private static Field choice(Property property, String value, List<String> choices) {
        return new Field(property.name(), Input.CHOICE, value, property.required(), 0, choices);
    }

    /** Whether what was entered says what the field said: a browser writes a time as short as it can. */
    boolean says(String entered) {
        return input == Input.MOMENT ? Format.isSame(entered, value) : entered.equals(value.strip());
    }

    /** What an empty field means, where it means something. */
    public String hint(Frame frame) {
        return name.equals("dueAt") && !required
                ? frame.say("(để trống thì hạn tính theo thủ tục)", "(left empty, the procedure decides)")
                : "";
    }

    public String label(Frame frame) {
        return PropertyNames.of(name, frame.language());
    }
}
