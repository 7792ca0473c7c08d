package hoso.event.wire;

import static hoso.event.wire.Samples.object;
import static hoso.event.wire.Unfit.assertMalformed;
import static hoso.event.wire.Unfit.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the data of each type may hold: unknown properties are refused before missing and wrong ones. */
class PropertiesTest {

    static List<String> types() {
        return GoldenTest.types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_type_has_a_right_event(String type) {
        assertThatCode(() -> CloudEventReader.read(Samples.event(type(type)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_type_takes_a_property_that_it_does_not_have(String type) {
        assertUnknown(type, Samples.data(type(type)).put("applicantName", "Nguyễn Văn A"));
        assertUnknown(type, object("{'applicantName':null}"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void an_unknown_property_is_told_before_a_missing_or_a_wrong_one(String type) {
        ObjectNode data = Samples.data(type(type));
        for (Property property : type(type).properties()) data.putArray(property.name());

        assertUnknown(type, data.put("zzz", 1));
    }

    @ParameterizedTest
    @MethodSource("types")
    void what_is_required_is_missed_and_what_is_optional_is_not(String type) {
        for (Property property : type(type).properties()) {
            ObjectNode data = Samples.data(type(type));
            data.remove(property.name());
            if (property.required()) assertWrong(type, property.name(), data);
            else assertRight(type, property.name(), data);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_property_of_another_json_type_is_malformed(String type) {
        for (Property property : type(type).properties()) {
            assertWrong(type, property.name(), Samples.data(type(type)).putNull(property.name()));
            ObjectNode data = Samples.data(type(type));
            data.putArray(property.name()).addObject();
            assertWrong(type, property.name(), data);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "procedure.published    | {'processing':{'kind':'SAME_DAY','days':3}}",
                "procedure.published    | {'processing':{'days':3}}",
                "dossier.corrected      | {'corrects':{'source':'s','id':'i','position':4}}",
                "dossier.voided         | {'corrects':{'position':4}}",
                "dossier.dispute-ruled  | {'dispute':{'source':'s','ids':'i'}}",
            })
    void nested_unknown_properties_are_told_first_too(String type, String data) {
        assertUnknown("hoso." + type + ".v1", object(data));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unit.registered                | level        | 'PROVINCE'",
                "unit.registered                | level        | 'DESK'",
                "unit.registered                | validFrom    | '1990-01-01'",
                "unit.registered                | parent       | 'h-20.a_b'",
                "procedure.published            | processing   | {'kind':'SAME_DAY'}",
                "procedure.published            | processing   | {'kind':'CALENDAR_DAYS','amount':3650}",
                "procedure.published            | processing   | {'kind':'WORKING_HOURS','amount':1}",
                "procedure.published            | processing   | {'kind':'WORKING_DAYS','amount':1.0}",
                "procedure.published            | onlineLevel  | 'INFO'",
                "procedure.published            | feeRequired  | false",
                "calendar.published             | hours        | [['00:00','23:59']]",
                "calendar.published             | hours        | [['07:00','08:00'],['08:00','09:00'],['10:00','10:01'],['11:00','12:00']]",
                "calendar.published             | holidays     | []",
                "calendar.published             | holidays     | ['2024-02-29','2024-02-29']",
                "dossier.received               | channel      | 'POSTAL'",
                "dossier.received               | applicantRef | '0B7C9C5E-59A1-4D0A-BF0E-7B1F1E4E2A11'",
                "dossier.received               | dueAt        | '2034-03-04T08:00:00.123456+07:00'",
                "dossier.received               | dueAt        | '2024-03-04T08:00:00.123457+07:00'",
                "dossier.components-digitized   | components   | 1",
                "dossier.components-digitized   | components   | 1e2",
                "dossier.fee-paid               | amount       | 1",
                "dossier.fee-paid               | amount       | 1000000000000",
                "dossier.fee-paid               | amount       | 1e12",
                "dossier.fee-paid               | amount       | 50000.000",
                "dossier.fee-paid               | method       | 'COUNTER'",
                "dossier.resolved               | outcome      | 'REJECTED'",
                "dossier.satisfaction-rated     | score        | 1",
                "dossier.satisfaction-rated     | score        | 5",
                "dossier.portal-status-observed | status       | 10",
                "dossier.apology-issued         | promisedAt   | '2024-03-04T08:00:00.123457+07:00'",
                "dossier.resumed                | since        | '2024-03-04T08:00:00.123455+07:00'",
                "dossier.notified               | about        | 'LATENESS'",
            })
    void right_values(String type, String property, String value) {
        assertRight("hoso." + type + ".v1", property, with(type, property, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unit.registered                | level        | 'province'",
                "unit.registered                | level        | 'HUYEN'",
                "unit.registered                | level        | 1",
                "unit.registered                | validFrom    | '2024-02-30'",
                "unit.registered                | validFrom    | '1889-01-01'",
                "unit.registered                | validFrom    | 2024",
                "unit.registered                | parent       | ''",
                "unit.registered                | parent       | '-H20'",
                "unit.registered                | parent       | 'H20 '",
                "procedure.published            | processing   | {'kind':'SAME_DAY','amount':1}",
                "procedure.published            | processing   | {'kind':'SAME_DAY','amount':0}",
                "procedure.published            | processing   | {'kind':'WORKING_DAYS'}",
                "procedure.published            | processing   | {'amount':3}",
                "procedure.published            | processing   | {'kind':'WORKING_DAYS','amount':0}",
                "procedure.published            | processing   | {'kind':'WORKING_DAYS','amount':3651}",
                "procedure.published            | processing   | {'kind':'WORKING_DAYS','amount':1.5}",
                "procedure.published            | processing   | {'kind':'WORKING_DAYS','amount':'5'}",
                "procedure.published            | processing   | {'kind':'WORKING_WEEKS','amount':5}",
                "procedure.published            | processing   | 5",
                "procedure.published            | onlineLevel  | 'full'",
                "procedure.published            | supplement   | 'STOP'",
                "procedure.published            | feeRequired  | 'true'",
                "procedure.published            | feeRequired  | 1",
                "calendar.published             | hours        | []",
                "calendar.published             | hours        | [['07:00','08:00'],['09:00','10:00'],['11:00','12:00'],['13:00','14:00'],['15:00','16:00']]",
                "calendar.published             | hours        | [['13:00','17:00'],['07:00','11:00']]",
                "calendar.published             | hours        | [['07:00','11:00'],['10:59','12:00']]",
                "calendar.published             | hours        | [['07:00','07:00']]",
                "calendar.published             | hours        | [['11:00','07:00']]",
                "calendar.published             | hours        | [['07:00','24:00']]",
                "calendar.published             | hours        | [['7:00','11:00']]",
                "calendar.published             | hours        | [['07:00:00','11:00']]",
                "calendar.published             | hours        | [['07:60','11:00']]",
                "calendar.published             | hours        | [['07:00']]",
                "calendar.published             | hours        | [['07:00','11:00','12:00']]",
                "calendar.published             | hours        | ['07:00','11:00']",
                "calendar.published             | hours        | [[7,11]]",
                "calendar.published             | holidays     | '2024-01-01'",
                "calendar.published             | holidays     | [20240101]",
                "calendar.published             | holidays     | ['2023-12-31']",
                "calendar.published             | makeUpDays   | ['2025-01-04']",
                "dossier.received               | channel      | 'EMAIL'",
                "dossier.received               | applicantRef | '012345678901'",
                "dossier.received               | applicantRef | 'Nguyễn Văn A'",
                "dossier.received               | applicantRef | '0b7c9c5e-59a1-1d0a-9f0e-7b1f1e4e2a11'",
                "dossier.received               | applicantRef | '0b7c9c5e-59a1-4d0a-7f0e-7b1f1e4e2a11'",
                "dossier.received               | applicantRef | '0b7c9c5e59a14d0a9f0e7b1f1e4e2a11'",
                "dossier.received               | applicantRef | '{0b7c9c5e-59a1-4d0a-9f0e-7b1f1e4e2a11}'",
                "dossier.received               | dueAt        | '2024-03-04T08:00:00.123456+07:00'",
                "dossier.received               | dueAt        | '2024-03-03T17:00:00+07:00'",
                "dossier.received               | dueAt        | '2034-03-04T08:00:00.123457+07:00'",
                "dossier.received               | dueAt        | '2024-03-11'",
                "dossier.received               | dueAt        | 1709514000",
                "dossier.components-digitized   | components   | 0",
                "dossier.components-digitized   | components   | -1",
                "dossier.components-digitized   | components   | 1.5",
                "dossier.components-digitized   | components   | 1000001",
                "dossier.fee-paid               | amount       | 0",
                "dossier.fee-paid               | amount       | -50000",
                "dossier.fee-paid               | amount       | 1000000000001",
                "dossier.fee-paid               | amount       | 0.5",
                "dossier.fee-paid               | amount       | 1e13",
                "dossier.fee-paid               | amount       | 9223372036854775808",
                "dossier.fee-paid               | amount       | '50000'",
                "dossier.fee-paid               | amount       | true",
                "dossier.fee-paid               | method       | 'CASH'",
                "dossier.resolved               | outcome      | 'WITHDRAWN'",
                "dossier.resolved               | outcome      | 'DECLINED'",
                "dossier.satisfaction-rated     | score        | 0",
                "dossier.satisfaction-rated     | score        | 6",
                "dossier.satisfaction-rated     | satisfied    | 'yes'",
                "dossier.portal-status-observed | status       | 0",
                "dossier.portal-status-observed | status       | 11",
                "dossier.apology-issued         | promisedAt   | '2024-03-04T08:00:00.123456+07:00'",
                "dossier.apology-issued         | letterNo     | ''",
                "dossier.resumed                | since        | '2024-03-04T08:00:00.123456+07:00'",
                "dossier.supplement-received    | since        | '2024-03-05T08:00:00+07:00'",
                "dossier.corrected              | time         | 'tomorrow'",
                "dossier.corrected              | data         | 'text'",
                "dossier.corrected              | corrects     | 'e-7'",
                "dossier.corrected              | corrects     | {'source':'s'}",
                "dossier.corrected              | corrects     | {'id':'i'}",
                "dossier.corrected              | corrects     | {'source':'','id':'i'}",
                "dossier.corrected              | corrects     | {'source':'s','id':7}",
                "dossier.dispute-ruled          | verdict      | 'MAYBE'",
                "petition.received              | kind         | 'OTHER'",
                "petition.received              | source       | 'EMAIL'",
                "petition.received              | unit         | 'no code'",
            })
    void wrong_values(String type, String property, String value) {
        assertWrong("hoso." + type + ".v1", property + " " + value, with(type, property, value));
    }

    @ParameterizedTest
    @CsvSource({
        "unit.registered, name, 300",
        "procedure.published, name, 300",
        "dossier.declined, reason, 500",
        "dossier.disputed, claim, 500",
        "dossier.due-date-extended, basis, 500",
        "dossier.forwarded, step, 500",
        "dossier.voided, authority, 128",
        "dossier.fee-paid, transactionId, 128",
        "dossier.apology-issued, letterNo, 128",
    })
    void texts_have_from_one_to_so_many_characters(String type, String property, int most) {
        String full = "hoso." + type + ".v1";
        ObjectNode data = Samples.data(type(full));

        // Counted as people count: a character beyond the first plane is one.
        assertRight(full, property, data.deepCopy().put(property, "😀".repeat(most)));
        assertWrong(full, property, data.deepCopy().put(property, "x".repeat(most + 1)));
        assertWrong(full, property, data.deepCopy().put(property, ""));
    }

    @Test
    void a_calendar_leaves_at_least_100_working_days() {
        assertRight("hoso.calendar.published.v1", "100", calendarLeaving(100));
        assertWrong("hoso.calendar.published.v1", "99", calendarLeaving(99));
    }

    @Test
    void a_correction_gives_a_time_or_data_or_both() {
        String type = "hoso.dossier.corrected.v1";
        ObjectNode both = Samples.data(type(type));
        ObjectNode neither = both.deepCopy();
        neither.remove(List.of("time", "data"));

        assertRight(type, "time alone", both.deepCopy().without("data"));
        assertRight(type, "data alone", both.deepCopy().without("time"));
        assertWrong(type, "neither", neither);
    }

    private static ObjectNode calendarLeaving(int workingDays) {
        ObjectNode data = object("{'holidays':[],'makeUpDays':[]}");
        var day = java.time.LocalDate.of(2024, 1, 1);
        for (int left = 262; left > workingDays; day = day.plusDays(1))
            if (day.getDayOfWeek().getValue() <= 5) {
                data.withArray("holidays").add(day.toString());
                left--;
            }
        return data;
    }

    private static ObjectNode with(String type, String property, String value) {
        ObjectNode data = Samples.data(type("hoso." + type + ".v1"));
        JsonNode node = object("{'value':" + value + "}").get("value");
        data.set(property, node);
        return data;
    }

    private static void assertRight(String type, String what, ObjectNode data) {
        assertThatCode(() -> CloudEventReader.read(Samples.event(type, data)))
                .as(what)
                .doesNotThrowAnyException();
    }

    private static void assertWrong(String type, String what, ObjectNode data) {
        assertMalformed(type + " " + what, () -> CloudEventReader.read(Samples.event(type, data)));
    }

    private static void assertUnknown(String type, ObjectNode data) {
        assertRefused("unknown-property", type + " " + data, () -> CloudEventReader.read(Samples.event(type, data)));
    }

    private static EventType type(String name) {
        assertThat(EventTypes.named(name)).as(name).isPresent();
        return EventTypes.named(name).orElseThrow();
    }
}
