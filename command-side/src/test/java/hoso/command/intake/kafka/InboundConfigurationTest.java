package hoso.command.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.aggregate.Judging;
import hoso.command.intake.Admission;
import hoso.command.intake.FirstEvents;
import hoso.command.intake.IntakeMeter;
import hoso.command.intake.kafka.publisher.Publisher;
import hoso.command.intake.kafka.publisher.UnfitPublisher;
import hoso.command.intake.kafka.publisher.UnfitPublisherAnalyzer;
import hoso.command.store.EventStore;
import hoso.edge.Caller;
import hoso.edge.kafka.KafkaSettings;
import hoso.edge.status.StatusPart;
import hoso.testkit.broker.TestBroker;
import hoso.vocabulary.UnitRights;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

@Timeout(60)
class InboundConfigurationTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void publishers_of_the_configuration_are_read_and_seen_in_status_and_metrics() throws Exception {
        String name = TestBroker.name("publisher");
        Map<String, Object> given = broker();
        given.put("hoso.publishers." + name + ".sources", InboundHouse.SOURCE);
        given.put("hoso.publishers." + name + ".units", "*");
        try (var house = new InboundHouse();
                var context = context(house, given)) {
            var inbound = context.getBean(Inbound.class);
            var publisher = new Publisher(new Caller(name, Set.of(), Set.of(), UnitRights.NONE));
            InboundHouse.until(inbound, status -> status.reason() == null && status.lag() != null);
            house.send(publisher, "D1", InboundHouse.received("D1"));
            house.send(publisher, "D1", InboundHouse.received("D1"));
            house.send(publisher, "D1", "{");
            InboundHouse.untilDone(inbound, 3);

            var part = context.getBean(StatusPart.class);
            assertThat(part.name()).isEqualTo("inbound");
            assertThat((List<?>) part.value())
                    .singleElement()
                    .extracting("name", "accepted", "duplicates", "rejected")
                    .containsExactly(name, 1L, 1L, 1L);
            context.getBean(MeterBinder.class).bindTo(registry);
            assertThat(registry.get("hoso.inbound.events")
                            .tags("publisher", name, "outcome", "duplicate")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("hoso.inbound.lag").gauges()).hasSize(1);
            assertThat(registry.get("hoso.intake.seconds")
                            .tag("door", "kafka")
                            .timer()
                            .count())
                    .isEqualTo(3);
            assertThat(registry.get("hoso.refusals")
                            .tag("code", "malformed")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
            context.close();
            assertThat((List<?>) part.value()).extracting("state").hasToString("[ENDED]");
            assertThat(InboundHouse.committed(publisher)).isEqualTo(3);
        }
    }

    @Test
    void without_a_broker_nothing_is_read() {
        try (var house = new InboundHouse();
                var context = context(house, Map.of("hoso.kafka.bootstrap", " ", "hoso.publishers.a.units", "*"))) {
            assertThat(context.getBeansOfType(Inbound.class)).isEmpty();
        }
    }

    @Test
    void a_wrong_publisher_is_told_in_one_line_at_the_start() {
        Map<String, Object> given = broker();
        given.put("hoso.publishers.a.scopes", "admin");
        try (var house = new InboundHouse()) {
            assertThatThrownBy(() -> context(house, given).close())
                    .satisfies(failed ->
                            assertThat(Throwables.getRootCause(failed)).isInstanceOf(UnfitPublisher.class));
            assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                            .load(FailureAnalyzer.class, (type, name, others) -> {}))
                    .hasAtLeastOneElementOfType(UnfitPublisherAnalyzer.class);
        }
    }

    private static Map<String, Object> broker() {
        Map<String, Object> given = new HashMap<>();
        KafkaSettings settings = InboundHouse.settings();
        given.put("hoso.kafka.bootstrap", String.valueOf(settings.bootstrap()));
        settings.client().forEach((key, value) -> given.put("hoso.kafka.client." + key, value));
        return given;
    }

    private AnnotationConfigApplicationContext context(InboundHouse house, Map<String, Object> given) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("given", given));
        context.registerBean(Admission.class, () -> house.admission);
        context.registerBean(Judging.class, house.judging::judging);
        context.registerBean(EventStore.class, house.judging::store, definition -> definition.setDestroyMethodName(""));
        context.registerBean(
                FirstEvents.class,
                () -> new FirstEvents(house.admission, house.judging.judging(), house.judging.store()));
        context.registerBean(IntakeMeter.class, () -> new IntakeMeter(registry));
        context.register(InboundConfiguration.class);
        context.refresh();
        return context;
    }
}
