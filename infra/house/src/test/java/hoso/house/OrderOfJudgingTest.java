package hoso.house;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.ProblemCode;
import hoso.edge.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** An event with two faults is refused for the one that is judged first. */
@InSharedHouse
class OrderOfJudgingTest {

    private static final String BEFORE_THE_RECEIPT = "2026-02-02T09:00:00+07:00";

    /** What can be wrong with a payment, in the order of judging. */
    enum Fault {
        SIZE(ProblemCode.TOO_LARGE),
        SHAPE(ProblemCode.MALFORMED),
        TYPE(ProblemCode.UNKNOWN_TYPE),
        UNKNOWN_PROPERTY(ProblemCode.UNKNOWN_PROPERTY),
        PROPERTY(ProblemCode.MALFORMED),
        FUTURE(ProblemCode.IN_THE_FUTURE),
        RIGHT_TO_PUBLISH(ProblemCode.FORBIDDEN),
        KEY(ProblemCode.ID_REUSED),
        REFERENCE(ProblemCode.UNKNOWN_DOSSIER),
        RIGHT_TO_THE_UNIT(ProblemCode.FORBIDDEN),
        NUMBER(ProblemCode.TOO_MANY_FACTS),
        HISTORY(ProblemCode.BEFORE_RECEIPT);

        final ProblemCode code;

        Fault(ProblemCode code) {
            this.code = code;
        }
    }

    private static Wire wire;
    private static Province province;
    private static String token;

    @BeforeAll
    static void found() {
        wire = new Wire(SharedHouse.house());
        province = Province.found("J", wire);
        token = wire.house().token(Role.PUBLISHER, Set.of(Event.SOURCE), Set.of(province.districtA()));
        for (String name : List.of("plain", "crowded")) {
            receive(name + "-own", province.communeA(), name.equals("crowded"));
            receive(name + "-foreign", province.communeB(), name.equals("crowded"));
        }
    }

    private static void receive(String name, String unit, boolean crowded) {
        List<Event> events = new ArrayList<>();
        events.add(province.receipt(name, unit));
        String id = events.getFirst().subject();
        events.add(payment(id).with("id", "used"));
        events.add(payment(id).with("id", "used").with("source", "urn:other"));
        if (crowded) IntStream.range(2, 1_000).forEach(any -> events.add(payment(id)));
        province.publish(events);
    }

    private static Event payment(String dossier) {
        return Event.of("dossier.fee-paid", dossier, "amount", 1_000, "method", "ONLINE");
    }

    /** Those of one key, one dossier and one time. */
    static Stream<Set<Fault>> pairs() {
        return Stream.of(Fault.values())
                .flatMap(first -> Stream.of(Fault.values())
                        .filter(second -> second.compareTo(first) > 0)
                        .map(second -> (Set<Fault>) EnumSet.of(first, second))
                        .filter(OrderOfJudgingTest::canMeet));
    }

    /** What is not there has no key, no unit and no history, and one time is not both too late and too early. */
    private static boolean canMeet(Set<Fault> faults) {
        boolean nothingThere = faults.contains(Fault.REFERENCE)
                && faults.stream()
                        .anyMatch(
                                EnumSet.of(Fault.KEY, Fault.RIGHT_TO_THE_UNIT, Fault.NUMBER, Fault.HISTORY)::contains);
        return !nothingThere && !faults.containsAll(EnumSet.of(Fault.FUTURE, Fault.HISTORY));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_earlier_fault_is_named(Set<Fault> faults) {
        Fault first = faults.iterator().next();

        Reply reply = wire.publish(paymentWith(faults), token).isProblem(first.code);

        // of the two kinds of right, only the one to a unit names it
        assertThat(reply.json().has("unit")).isEqualTo(first == Fault.RIGHT_TO_THE_UNIT);
    }

    @Test
    void a_payment_without_a_fault_is_accepted() {
        wire.publish(paymentWith(EnumSet.noneOf(Fault.class)), token).isOk();
    }

    private static Event paymentWith(Set<Fault> faults) {
        String name = (faults.contains(Fault.NUMBER) ? "crowded" : "plain")
                + (faults.contains(Fault.RIGHT_TO_THE_UNIT) ? "-foreign" : "-own");
        Event event = payment(province.code() + "-" + name);
        for (Fault fault : faults)
            event = switch (fault) {
                case SIZE -> event.with("note", "x".repeat(70_000));
                case SHAPE -> event.with("specversion", "0.3");
                case TYPE -> event.with("type", "hoso.dossier.paid.v1");
                case UNKNOWN_PROPERTY -> event.withData("payer", "x");
                case PROPERTY -> event.withData("amount", 0);
                case FUTURE -> event.at("2099-01-01T00:00:00Z");
                case RIGHT_TO_PUBLISH -> event.with("source", "urn:other");
                case KEY -> event.with("id", "used").withData("method", "COUNTER");
                case REFERENCE -> event.with("subject", "J-none");
                case RIGHT_TO_THE_UNIT, NUMBER -> event;
                case HISTORY -> event.at(BEFORE_THE_RECEIPT);
            };
        return event;
    }

    @Test
    void a_receipt_is_refused_for_its_references_before_the_right_to_its_unit_and_its_history() {
        Event foreign = province.receipt("new", province.communeB());
        wire.publish(foreign.withData("procedure", "none"), token).isProblem(ProblemCode.UNKNOWN_PROCEDURE);
        wire.publish(province.receipt("plain-own", province.communeA()).withData("procedure", "none"), token)
                .isProblem(ProblemCode.UNKNOWN_PROCEDURE);
        wire.publish(province.receipt("plain-foreign", province.communeB()), token)
                .isProblem(ProblemCode.FORBIDDEN);
    }

    @Test
    void relations_belong_to_the_properties_and_come_before_the_future() {
        Event due = province.receipt("due", province.communeA()).at("2099-01-01T00:00:00Z");

        wire.publish(due.withData("dueAt", Event.MONDAY), token).isProblem(ProblemCode.MALFORMED);
        wire.publish(due, token).isProblem(ProblemCode.IN_THE_FUTURE);
    }

    @Test
    void the_time_that_a_correction_gives_may_lie_as_little_ahead_as_its_own() {
        Event correction = Event.of(
                "dossier.corrected",
                "J-plain-own",
                "corrects",
                Event.map("source", "none", "id", "none"),
                "time",
                "2099-01-01T00:00:00Z",
                "reason",
                "x",
                "authority",
                "y");

        wire.publish(correction, token).isProblem(ProblemCode.IN_THE_FUTURE);
        wire.publish(correction.withData("time", Event.MONDAY), token).isProblem(ProblemCode.FORBIDDEN);
    }

    @Test
    void a_stream_judges_in_the_same_order() {
        List<Set<Fault>> pairs = pairs().toList();
        String lines = String.join(
                "\n", pairs.stream().map(pair -> paymentWith(pair).json()).toList());

        JsonNode answer = wire.post("/api/v1/events", Wire.STREAM, Wire.bytes(lines), token)
                .isOk()
                .json();

        assertThat(answer.get("rejections")
                        .valueStream()
                        .map(one -> one.get("code").asString())
                        .toList())
                .isEqualTo(pairs.stream()
                        .map(pair -> pair.iterator().next().code.code())
                        .toList());
    }
}
