package hoso.command.wiring;

import hoso.command.aggregate.Judging;
import hoso.command.contract.ContractConfiguration;
import hoso.command.entry.OwnDoor;
import hoso.command.intake.Admission;
import hoso.command.intake.FirstEvents;
import hoso.command.intake.IntakeConfiguration;
import hoso.command.intake.kafka.InboundConfiguration;
import hoso.command.redecision.RedecisionConfiguration;
import hoso.command.reference.ReferenceBook;
import hoso.command.store.AppendMeter;
import hoso.command.store.EventStore;
import hoso.command.store.Witness;
import hoso.edge.status.StatusPart;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of the command side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
@Import({
    IntakeConfiguration.class,
    InboundConfiguration.class,
    RedecisionConfiguration.class,
    PublishConfiguration.class,
    HeadConfiguration.class,
    ContractConfiguration.class,
    OwnDoor.class
})
public class CommandConfiguration {

    @Bean
    ReferenceBook referenceBook() {
        return new ReferenceBook();
    }

    /** Opened by the first of those who need it; hooks are set before. */
    @Bean(destroyMethod = "close")
    EventStore eventStore(
            StoreProperties properties, ReferenceBook references, ObjectProvider<Witness> witnesses, AppendMeter meter)
            throws InterruptedException {
        var store = new EventStore(properties.settings());
        store.measureWith(meter);
        witnesses.orderedStream().forEach(store::addWitness);
        store.onCommitted(references::committed);
        store.onWriterChange(() -> references.reload(store.referenceEvents()));
        store.open();
        return store;
    }

    @Bean
    AppendMeter appendMeter(MeterRegistry registry) {
        return new AppendMetrics(registry);
    }

    @Bean
    StoreSizeMetrics storeSizeMetrics(EventStore store) {
        return new StoreSizeMetrics(store);
    }

    @Bean
    Judging judging(EventStore store, ReferenceBook references) {
        return new Judging(store, references, Clock.systemUTC());
    }

    @Bean
    Admission admission() {
        return new Admission(Clock.systemUTC());
    }

    @Bean(initMethod = "publish")
    FirstEvents firstEvents(Admission admission, Judging judging, EventStore store) {
        return new FirstEvents(admission, judging, store);
    }

    /** Ready is who may write; a second instance on the same store stands by. */
    @Bean
    HealthIndicator writerHealthIndicator(EventStore store) {
        return () -> store.writing()
                ? Health.up().withDetail("role", "writer").build()
                : Health.outOfService()
                        .withDetail("role", "stand-by")
                        .withDetail("reason", String.valueOf(store.notWriting().getMessage()))
                        .build();
    }

    /** Whether this instance takes writes, and what keeps it from doing so until somebody mends it. */
    @Bean
    StatusPart writesStatusPart(EventStore store) {
        return StatusPart.of("writes", () -> {
            Map<String, Object> writes = new LinkedHashMap<>();
            writes.put("served", store.writing());
            store.hindrance().ifPresent(reason -> writes.put("refused", reason));
            return writes;
        });
    }

    @Bean
    RestoredEndpoint restoredEndpoint(EventStore store) {
        return new RestoredEndpoint(store);
    }
}
