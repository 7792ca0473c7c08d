package hoso.query.desk.entry;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.wire.EventType;
import hoso.event.wire.EventTypes;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.ask.Question;
import hoso.query.desk.dossier.EventLines;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The form by which a fact is corrected. */
class FactFormTest {

    private static final String EXTENSION = """
            {"position": 7, "type": "hoso.dossier.due-date-extended.v1", "time": "2026-03-06T02:00:00.123Z",
             "recordedAt": "2026-03-06T02:00:01Z", "source": "s", "id": "1",
             "data": {"dueAt": "2026-03-20T10:00:00.5Z"}, "texts": {"basis": {"hash": "h", "text": "xác minh"}}}
            """;

    private static FactForm form(String event) {
        return FactForm.of(EventLines.of(Answer.of(new JsonMapper().readTree("{\"events\":[" + event + "]}")))
                .getFirst());
    }

    private static Question unchanged(FactForm form) {
        Question entered = Question.of().with(FactForm.TIME, form.time());
        for (Field field : form.fields()) entered = entered.with(FactForm.PREFIX + field.name(), field.value());
        return entered;
    }

    static Stream<String> factsOfDossiers() {
        return EventTypes.all().stream()
                .map(EventType::name)
                .filter(name -> name.startsWith("hoso.dossier."))
                .filter(name -> !name.contains("corrected")
                        && !name.contains("voided")
                        && !name.contains("disput")
                        && !name.contains("redecided")
                        && !name.contains("erased"));
    }

    @ParameterizedTest
    @MethodSource("factsOfDossiers")
    void every_fact_of_a_dossier_has_one(String type) {
        FactForm form = form(EXTENSION
                .replace("hoso.dossier.due-date-extended.v1", type)
                .replace("\"data\": {\"dueAt\": \"2026-03-20T10:00:00.5Z\"},", ""));
        assertThat(form.fields())
                .extracting(Field::name)
                .containsExactlyElementsOf(EventTypes.named(type).orElseThrow().properties().stream()
                        .map(property -> property.name())
                        .toList());
    }

    @Test
    void what_nobody_touched_is_no_change_though_a_field_shows_less_of_it() {
        FactForm form = form(EXTENSION);
        assertThat(form.changedTime(unchanged(form))).isEmpty();
        assertThat(form.changedData(unchanged(form))).isEmpty();
    }

    @Test
    void a_correction_holds_the_whole_data_with_free_text() {
        FactForm form = form(EXTENSION);
        Question entered = unchanged(form).with("f-dueAt", "2026-03-21T17:00:00");
        assertThat(form.changedData(entered).orElseThrow())
                .hasToString("{\"dueAt\":\"2026-03-21T17:00:00+07:00\",\"basis\":\"xác minh\"}");
    }

    @Test
    void a_text_alone_can_be_corrected() {
        FactForm form = form(EXTENSION);
        assertThat(form.changedData(unchanged(form).with("f-basis", "xác minh lại"))
                        .orElseThrow())
                .hasToString("{\"dueAt\":\"2026-03-20T10:00:00.5Z\",\"basis\":\"xác minh lại\"}");
    }

    @Test
    void a_time_is_entered_in_viet_nams() {
        FactForm form = form(EXTENSION);
        assertThat(form.changedTime(unchanged(form).with(FactForm.TIME, "2026-03-06T10:00")))
                .contains("2026-03-06T10:00:00+07:00");
    }

    @Test
    void a_second_correction_goes_on_from_the_first() {
        FactForm form = form(EXTENSION + """
                , {"position": 8, "type": "hoso.dossier.corrected.v1", "time": "2026-03-07T02:00:00Z", "source": "s", "id": "2",
                   "recordedAt": "2026-03-07T02:00:01Z",
                   "data": {"corrects": {"source": "s", "id": "1"}, "time": "2026-03-06T03:00:00Z",
                            "data": {"dueAt": "2026-03-25T10:00:00Z"}},
                   "texts": {"reason": {"text": "sai"}, "data.basis": {"text": "QĐ 7"}}}
                """);
        assertThat(form.time()).isEqualTo("2026-03-06T10:00:00");
        assertThat(form.changedData(unchanged(form).with("f-basis", "QĐ 8")).orElseThrow())
                .hasToString("{\"dueAt\":\"2026-03-25T10:00:00Z\",\"basis\":\"QĐ 8\"}");
        assertThat(form.changedTime(unchanged(form).with(FactForm.TIME, "2026-03-06T09:00:00")))
                .contains("2026-03-06T09:00:00+07:00");
    }

    @Test
    void a_time_without_its_seconds_is_the_same_time() {
        FactForm form = form(EXTENSION);
        assertThat(form.changedTime(unchanged(form).with(FactForm.TIME, "2026-03-06T09:00")))
                .isEmpty();
        assertThat(form.changedData(unchanged(form).with("f-dueAt", "2026-03-20T17:00")))
                .isEmpty();
    }
}
