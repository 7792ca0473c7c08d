package hoso.command.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.aggregate.JudgingHouse;
import hoso.command.judgement.RefusalCode;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.edge.Scope;
import hoso.edge.measure.Metric;
import hoso.vocabulary.UnitRights;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What doors count, on a real store. */
@Timeout(60)
class IntakeMeterTest {

    private static final Caller OFFICE =
            new Caller("office", Set.of(Scope.EVENTS_PUBLISH), Set.of("*"), UnitRights.ALL);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final IntakeMeter meter = new IntakeMeter(registry);
    private final JudgingHouse house = new JudgingHouse();
    private final Admission admission = new Admission(Clock.systemUTC());

    @AfterEach
    void close() {
        house.close();
    }

    private static String received(String dossier, String unit) {
        return """
                {"specversion":"1.0","id":"r","source":"urn:hoso:test","type":"hoso.dossier.received.v1","subject":"%s",\
                "time":"2024-03-01T09:00:00+07:00",\
                "data":{"unit":"%s","procedure":"1.000001","channel":"DIRECT"}}""".formatted(dossier, unit);
    }

    private long answered(Door door) {
        return Metric.INTAKE.timer(registry, door.label()).count();
    }

    private double refused(String code) {
        return registry.get("hoso.refusals").tag("code", code).functionCounter().count();
    }

    /** As {@code publisher code}. */
    private Map<String, Double> byPublisher() {
        return Metric.PUBLISHER_REFUSALS.shown(registry).entrySet().stream()
                .collect(Collectors.toMap(shown -> String.join(" ", shown.getKey()), Map.Entry::getValue));
    }

    private double refused() {
        return registry.get("hoso.refusals").functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    @Test
    void a_single_event_is_timed_whatever_becomes_of_it_and_counted_where_it_is_refused() {
        try (var singles = new SingleEvents(admission, house.judging(), meter)) {
            singles.take(received("A1", "H20").getBytes(UTF_8), OFFICE);
            assertThat(refused()).isZero();
            assertThatThrownBy(() -> singles.take("{".getBytes(UTF_8), OFFICE)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> singles.take(received("A2", "H99").getBytes(UTF_8), OFFICE))
                    .isInstanceOf(Problem.class);
        }
        assertThat(answered(Door.SINGLE)).isEqualTo(3);
        assertThat(refused("malformed")).isEqualTo(1);
        assertThat(refused("unknown-unit")).isEqualTo(1);
        assertThat(refused()).isEqualTo(2);
    }

    @Test
    void every_refused_line_of_a_stream_is_counted_by_its_code() throws IOException {
        String lines = received("B1", "H20") + "\n{\n" + received("B2", "H98") + "\n" + received("B3", "H99");
        var stream = new EventStreamIntake(admission, house.judging(), meter, OFFICE, () -> false);
        stream.take(new ByteArrayInputStream(lines.getBytes(UTF_8)));
        assertThat(refused("malformed")).isEqualTo(1);
        assertThat(refused("unknown-unit")).isEqualTo(2);
        assertThat(refused()).isEqualTo(3);
    }

    @Test
    void at_whatever_door_refusals_are_counted_by_publisher_too() throws IOException {
        var desk = new Caller("desk", OFFICE.scopes(), OFFICE.sources(), OFFICE.units());
        assertThat(byPublisher()).as("nobody knows who will publish").isEmpty();
        try (var singles = new SingleEvents(admission, house.judging(), meter)) {
            singles.take(received("C1", "H20").getBytes(UTF_8), OFFICE);
            for (Caller caller : List.of(OFFICE, desk, desk))
                assertThatThrownBy(() -> singles.take(received("C2", "H99").getBytes(UTF_8), caller))
                        .isInstanceOf(Problem.class);
        }
        var stream = new EventStreamIntake(admission, house.judging(), meter, OFFICE, () -> false);
        stream.take(new ByteArrayInputStream(("{\n" + received("C3", "H98")).getBytes(UTF_8)));
        assertThat(byPublisher())
                .isEqualTo(Map.of("office malformed", 1.0, "office unknown-unit", 2.0, "desk unknown-unit", 2.0));
    }

    @Test
    void publishers_beyond_as_many_pairs_as_are_shown_are_counted_as_one() {
        for (int publisher = 0; publisher < PublisherRefusals.PAIRS_MAX + 5; publisher++)
            meter.refused(ProblemCode.MALFORMED, "publisher " + publisher);
        meter.refused(ProblemCode.FORBIDDEN, "publisher 0");
        meter.refused(ProblemCode.MALFORMED, "publisher 0");

        Map<String, Double> shown = byPublisher();
        assertThat(shown)
                .hasSize(PublisherRefusals.PAIRS_MAX + 2)
                .containsEntry("publisher 0 malformed", 2.0)
                .containsEntry("publisher 999 malformed", 1.0)
                .doesNotContainKey("publisher 1000 malformed")
                .containsEntry("others malformed", 5.0)
                .containsEntry("others forbidden", 1.0);
        assertThat(refused("malformed")).isEqualTo(PublisherRefusals.PAIRS_MAX + 6);
    }

    @Test
    void no_refusal_is_lost_where_many_are_counted_at_once() {
        int publishers = PublisherRefusals.PAIRS_MAX + 200;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int thread = 0; thread < 4; thread++)
                threads.submit(() -> {
                    for (int publisher = 0; publisher < publishers; publisher++)
                        meter.refused(ProblemCode.MALFORMED, "publisher " + publisher);
                });
        }
        assertThat(byPublisher()).hasSize(PublisherRefusals.PAIRS_MAX + 1).containsEntry("others malformed", 800.0);
        assertThat(byPublisher().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(4.0 * publishers);
    }

    @Test
    void every_code_that_an_event_can_be_refused_by_is_shown_from_the_start() {
        for (RefusalCode code : RefusalCode.values())
            assertThat(refused(code.code())).isZero();
        for (String code : Set.of("unknown-type", "in-the-future", "too-large", "internal"))
            assertThat(refused(code)).isZero();
        assertThat(registry.get("hoso.refusals").functionCounters())
                .extracting(counter -> counter.getId().getTag("code"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_code_that_is_no_refusal_of_an_event_is_a_bug() {
        assertThatThrownBy(() -> meter.refused(ProblemCode.NOT_YET, "office")).hasMessage("not-yet");
    }
}
