package hoso.query.desk.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Problem;
import hoso.query.desk.ask.Answer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The events of a history, with what later ones made of them. */
class EventLinesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String RECEIPT =
            "{\"id\":\"r\",\"type\":\"hoso.dossier.received.v1\",\"data\":{\"unit\":\"U\",\"channel\":\"ONLINE\"}}";
    private static final String REQUEST = "{\"id\":\"s\",\"type\":\"hoso.dossier.supplement-requested.v1\",\"data\":{},"
            + "\"texts\":{\"reason\":{\"hash\":\"0\",\"text\":\"thiếu bản sao\"}}}";

    /** Each at an hour and a position of its own. */
    private static List<EventLine> lines(String... events) {
        ArrayNode history = JSON.createArrayNode();
        for (String event : events) {
            ObjectNode whole = (ObjectNode) JSON.readTree(event);
            int place = history.size() + 1;
            if (!whole.has("time")) whole.put("time", "2026-03-02T0" + place + ":00:00Z");
            history.add(whole.put("source", "urn:a").put("position", place));
        }
        return EventLines.of(Answer.of(JSON.createObjectNode().set("events", history)));
    }

    private static String correction(String id, String of, String changed) {
        return about(id, "corrected", of, changed);
    }

    private static String about(String id, String kind, String of, String more) {
        return "{\"id\":\"" + id + "\",\"type\":\"hoso.dossier." + kind
                + ".v1\",\"data\":{\"corrects\":{\"source\":\"urn:a\",\"id\":\"" + of + "\"}" + more + "}}";
    }

    private static Stream<String> changes(EventLine line) {
        return line.changes().stream().map(change -> change.property() + ": " + change.was() + " > " + change.now());
    }

    @Test
    void a_correction_tells_what_it_made_of_the_fact_as_it_stood() {
        List<EventLine> lines = lines(
                RECEIPT,
                correction("c1", "r", ",\"data\":{\"unit\":\"V\",\"channel\":\"ONLINE\"}"),
                correction("c2", "r", ",\"time\":\"2026-03-01T00:00:00Z\",\"data\":{\"unit\":\"V\"}"));

        assertThat(changes(lines.get(1))).containsExactly("unit: U > V");
        assertThat(changes(lines.get(2)))
                .containsExactly("time: 2026-03-02T01:00:00Z > 2026-03-01T00:00:00Z", "channel: ONLINE > ");
        assertThat(lines)
                .extracting(line -> line.about().map(about -> about.text("id")).orElse("-"))
                .containsExactly("-", "r", "r");
        assertThat(lines.getFirst().corrected()).isTrue();
        assertThat(lines.getFirst().standing().text("data.unit")).isEqualTo("V");
        assertThat(lines.getFirst().event().text("data.unit")).isEqualTo("U");
    }

    @Test
    void a_correction_of_words_tells_both() {
        String words =
                "{\"id\":\"c\",\"type\":\"hoso.dossier.corrected.v1\",\"data\":{\"corrects\":{\"source\":\"urn:a\","
                        + "\"id\":\"s\"}},\"texts\":{\"data.reason\":{\"hash\":\"1\",\"text\":\"thiếu bản chính\"}}}";

        assertThat(changes(lines(RECEIPT, REQUEST, words).get(2)))
                .containsExactly("reason: thiếu bản sao > thiếu bản chính");
    }

    @Test
    void a_correction_that_was_voided_counts_no_more_and_still_tells_what_it_made_of_it() {
        List<EventLine> lines =
                lines(RECEIPT, correction("c", "r", ",\"data\":{\"unit\":\"V\"}"), about("v", "voided", "c", ""));

        assertThat(lines.getFirst().corrected()).isFalse();
        assertThat(lines.getFirst().standing().text("data.unit")).isEqualTo("U");
        assertThat(lines.get(1).voided()).isTrue();
        assertThat(changes(lines.get(1))).containsExactly("unit: U > V", "channel: ONLINE > ");
    }

    @Test
    void a_correction_meets_the_fact_as_those_left_it_that_were_not_voided_before_it() {
        String toV = ",\"data\":{\"unit\":\"V\",\"channel\":\"ONLINE\"}";
        String toW = ",\"data\":{\"unit\":\"W\",\"channel\":\"ONLINE\"}";
        List<EventLine> lines =
                lines(RECEIPT, correction("c", "r", toV), about("v", "voided", "c", ""), correction("d", "r", toW));

        assertThat(changes(lines.get(3))).containsExactly("unit: U > W");
        assertThat(lines.getFirst().standing().text("data.unit")).isEqualTo("W");
    }

    @Test
    void an_instant_that_is_written_otherwise_is_the_same() {
        String extended = "{\"id\":\"e\",\"type\":\"hoso.dossier.due-date-extended.v1\","
                + "\"data\":{\"dueAt\":\"2026-03-20T10:00:00Z\",\"basis\":\"x\"}}";
        String same = correction("c", "e", ",\"data\":{\"dueAt\":\"2026-03-20T17:00:00+07:00\",\"basis\":\"y\"}");

        assertThat(changes(lines(RECEIPT, extended, same).get(2))).containsExactly("basis: x > y");
    }

    @Test
    void what_came_before_a_void_of_the_receipt_belongs_to_an_earlier_life() {
        String end = about("v", "voided", "r", "")
                .replaceFirst("}$", ",\"changed\":{\"shown\":{\"now\":{\"status\":\"VOIDED\"}}}}");
        List<EventLine> lines = lines(RECEIPT, REQUEST, end, RECEIPT.replace("\"r\"", "\"r2\""));

        assertThat(lines).extracting(EventLine::earlier).containsExactly(true, true, false, false);
        assertThat(lines).extracting(EventLine::stands).containsExactly(false, false, false, true);
    }

    @Test
    void a_fact_is_found_by_its_position_where_it_stands() {
        List<EventLine> lines = lines(RECEIPT, REQUEST, about("v", "voided", "s", ""));

        assertThat(EventLines.find(lines, "1", EventLine::stands).kind()).isEqualTo("received");
        for (String none : List.of("2", "3", "4", "x", ""))
            assertThatThrownBy(() -> EventLines.find(lines, none, EventLine::stands))
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("unknown-fact");
    }

    @Test
    void an_event_names_itself_by_its_key() {
        JsonNode key = lines(RECEIPT).getFirst().key(JSON.createObjectNode());

        assertThat(key).isEqualTo(JSON.readTree("{\"source\":\"urn:a\",\"id\":\"r\"}"));
    }
}
