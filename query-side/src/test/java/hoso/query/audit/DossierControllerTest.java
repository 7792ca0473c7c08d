package hoso.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.event.ReferenceFact;
import hoso.event.Stream;
import hoso.event.history.ReferenceRegister;
import hoso.event.wire.Digests;
import hoso.query.audit.dispute.DisputeDesk;
import hoso.query.audit.dispute.RestatedReports;
import hoso.query.audit.reading.Look;
import hoso.query.audit.status.DossierStatus;
import hoso.query.question.CountedPositions;
import hoso.query.question.Standpoints;
import hoso.query.snapshot.freeze.SnapshotList;
import hoso.vocabulary.UnitLevel;
import hoso.vocabulary.UnitRights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DossierControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Look> looks = new ArrayList<>();
    private final OneDossier log = new OneDossier();
    private final CountedPositions positions = new CountedPositions(20, 20);
    private final ReferenceRegister reference = ReferenceRegister.EMPTY
            .with("H1", new ReferenceFact.UnitRegistered("Tỉnh", UnitLevel.PROVINCE, null, LocalDate.EPOCH))
            .with("H1.1", new ReferenceFact.UnitRegistered("Sở", UnitLevel.DEPARTMENT, "H1", LocalDate.EPOCH));
    private final DossierController controller = new DossierController(
            new DossierDesk(new Standpoints(positions, () -> NOW), position -> reference, log, looks::add),
            log,
            new DisputeDesk(
                    log,
                    new RestatedReports(
                            (moved, wanted, limit, caller) -> new SnapshotList.Found(List.of(), false),
                            position -> reference)));

    @Test
    void a_dossier_shows_what_it_stood_at_as_of_a_position() {
        JsonNode open = dossier("5");
        assertThat(open.get("status").asString()).isEqualTo("OPEN");
        assertThat(open.get("unit").asString()).isEqualTo("H1.1");
        assertThat(open.get("holder").asString()).isEqualTo("H1.9");
        assertThat(open.get("dueAt").asString()).isEqualTo("2025-03-17T02:00:00Z");
        assertThat(open.get("computedDueAt").asString()).isEqualTo("2025-03-17T02:00:00Z");
        assertThat(open.get("overdue").booleanValue()).isTrue();
        assertThat(open.at("/tags/0").asString()).isEqualTo("feeRequired");
        assertThat(open.has("closedAt")).isFalse();
        assertThat(open.has("statedDueAt")).isFalse();
        assertThat(open.at("/asOf/position").longValue()).isEqualTo(5);

        JsonNode closed = dossier("8");
        assertThat(closed.get("status").asString()).isEqualTo("CLOSED");
        assertThat(closed.get("outcome").asString()).isEqualTo("DECLINED");
        assertThat(closed.get("timeliness").asString()).isEqualTo("LATE");
        assertThat(closed.get("closedAt").asString()).isEqualTo("2025-03-18T02:00:00Z");
        assertThat(closed.get("overdue").booleanValue()).isFalse();
        assertThat(closed.get("late").booleanValue()).isTrue();
    }

    @Test
    void every_answer_is_a_look_on_record_and_what_is_not_shown_is_none() {
        dossier("5");
        controller.history(OneDossier.ID, given("8"), caller("H1"));
        refused(ProblemCode.FORBIDDEN, () -> controller.dossier(OneDossier.ID, given("8"), caller("H1.2")));
        refused(ProblemCode.NO_SUCH_DOSSIER, () -> controller.dossier("another", given("8"), caller("*")));
        assertThat(looks)
                .containsExactly(
                        Look.atDossier(caller("*"), OneDossier.ID, Optional.of("H1.1"), 5),
                        Look.atDossier(caller("H1"), OneDossier.ID, Optional.of("H1.1"), 8));
    }

    @Test
    void whether_it_is_overdue_is_told_as_of_the_moment_asked_which_stands_in_the_answer() {
        assertThat(dossier("5").get("at").asString()).isEqualTo(NOW.toString());
        assertThat(at("5", "2025-03-17T09:00:00+07:00").get("overdue").booleanValue())
                .isFalse();
        JsonNode after = at("5", "2025-03-17T09:00:00.000001 07:00");
        assertThat(after.get("overdue").booleanValue()).isTrue();
        assertThat(after.get("at").asString()).isEqualTo("2025-03-17T02:00:00.000001Z");
        assertThat(at("8", "2025-03-17T09:00:00+07:00").get("late").booleanValue())
                .isFalse();
        refused(ProblemCode.MALFORMED, () -> at("8", "yesterday"));
        refused(ProblemCode.MALFORMED, () -> {
            var given = given("8");
            given.add("at", "yesterday");
            controller.history(OneDossier.ID, given, caller("*"));
        });
    }

    @Test
    void a_dossier_whose_receipt_was_voided_is_shown_as_voided_with_the_unit_that_had_it() {
        JsonNode voided = dossier("20");
        assertThat(voided.get("status").asString()).isEqualTo("VOIDED");
        assertThat(voided.get("unit").asString()).isEqualTo("H1.1");
        assertThat(voided.get("events").intValue()).isEqualTo(4);
        assertThat(voided.has("receivedAt")).isFalse();
    }

    @Test
    void the_history_has_every_event_with_both_times_publisher_position_and_leaf() {
        JsonNode events = history("20").get("events");

        assertThat(events).hasSize(4);
        JsonNode received = events.get(0);
        assertThat(received.get("position").longValue()).isEqualTo(3);
        assertThat(received.get("recordedAt").asString()).isEqualTo("2026-11-01T00:03:00Z");
        assertThat(received.get("time").asString()).isEqualTo("2025-03-10T02:00:00Z");
        assertThat(received.get("publisher").asString()).isEqualTo("office");
        assertThat(received.get("source").asString()).isEqualTo("/one");
        assertThat(received.get("id").asString()).isEqualTo("e0");
        assertThat(received.get("type").asString()).isEqualTo("hoso.dossier.received.v1");
        assertThat(received.at("/data/channel").asString()).isEqualTo("POSTAL");
        assertThat(received.at("/decision/taken/field").asString()).isEqualTo("A");
        assertThat(received.get("leaf").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(Digests.leaf(log.stream(Stream.dossier(OneDossier.ID), 3)
                                .getFirst()
                                .bytes())));
    }

    @Test
    void a_text_stands_beside_its_hash_until_it_is_erased() {
        JsonNode events = history("20").get("events");

        assertThat(events.at("/3/texts/reason/hash").asString()).isEqualTo("hash-of-voiding");
        assertThat(events.at("/3/texts/reason/text").asString()).isEqualTo("nhập nhầm");
        assertThat(events.at("/2/texts/reason/hash").asString()).isEqualTo("hash-of-refusal");
        assertThat(events.at("/2/texts/reason").has("text")).isFalse();
    }

    @Test
    void the_history_ends_at_the_position_asked() {
        assertThat(history("7").get("events")).hasSize(3);
    }

    @Test
    void an_event_that_cannot_be_folded_parks_the_state_and_stays_in_the_history() {
        log.addSick(12);

        refused(ProblemCode.PARKED, () -> dossier("20"));
        assertThat(history("20").get("events")).hasSize(5);
        assertThat(dossier("8").get("status").asString()).isEqualTo("CLOSED");
    }

    @Test
    void is_unknown_before_its_first_event_and_where_nobody_has_heard_of_it() {
        refused(ProblemCode.NO_SUCH_DOSSIER, () -> dossier("2"));
        refused(ProblemCode.NO_SUCH_DOSSIER, () -> controller.history("H1.1-250310-0002", given("20"), caller("*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "a b", "-x", "", "'; DROP TABLE event"})
    void what_is_no_id_is_unknown(String id) {
        refused(ProblemCode.NO_SUCH_DOSSIER, () -> controller.dossier(id, given("20"), caller("*")));
        refused(ProblemCode.NO_SUCH_DOSSIER, () -> controller.dossier("9".repeat(10_000), given("20"), caller("*")));
    }

    @Test
    void goes_by_its_present_owner_whether_it_exists_or_not() {
        assertThat(controller.dossier(OneDossier.ID, given("8"), caller("H1")))
                .containsEntry("status", DossierStatus.CLOSED);
        refused(ProblemCode.FORBIDDEN, () -> controller.dossier(OneDossier.ID, given("8"), caller("H2")));
        refused(ProblemCode.FORBIDDEN, () -> controller.dossier("H1.1-250310-0002", given("8"), caller("H1")));
        refused(ProblemCode.FORBIDDEN, () -> controller.history(OneDossier.ID, given("2"), caller("H2")));
    }

    private JsonNode dossier(String asOf) {
        return JSON.valueToTree(controller.dossier(OneDossier.ID, given(asOf), caller("*")));
    }

    private JsonNode at(String asOf, String at) {
        var given = given(asOf);
        given.add("at", at);
        return JSON.valueToTree(controller.dossier(OneDossier.ID, given, caller("*")));
    }

    private JsonNode history(String asOf) {
        return JSON.valueToTree(controller.history(OneDossier.ID, given(asOf), caller("*")));
    }

    private static MultiValueMap<String, String> given(String asOf) {
        var given = new LinkedMultiValueMap<String, String>();
        given.add("asOf", asOf);
        return given;
    }

    private static Caller caller(String units) {
        return new Caller("auditor", Set.of(Scope.AUDIT_READ), Set.of(), new UnitRights(Set.of(units)));
    }

    private static void refused(ProblemCode code, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
