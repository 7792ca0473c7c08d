package hoso.command.intake.kafka;

import hoso.command.aggregate.Judging;
import hoso.command.intake.Admission;
import hoso.command.intake.FirstEvents;
import hoso.command.intake.IntakeMeter;
import hoso.command.intake.kafka.publisher.PublisherProperties;
import hoso.command.store.EventStore;
import hoso.edge.kafka.KafkaIsUsed;
import hoso.edge.kafka.KafkaSettings;
import hoso.edge.status.StatusPart;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The Kafka side of the intake, where a broker is named. */
@Configuration(proxyBeanMethods = false)
@Conditional(KafkaIsUsed.class)
@EnableConfigurationProperties({KafkaSettings.class, PublisherProperties.class})
public class InboundConfiguration {

    /** @param first to be there before anything is judged */
    @Bean
    Inbound inbound(
            PublisherProperties properties,
            KafkaSettings settings,
            Admission admission,
            Judging judging,
            EventStore store,
            IntakeMeter meter,
            FirstEvents first) {
        return new Inbound(properties.all(), settings, admission, judging, store, meter);
    }

    @Bean
    MeterBinder inboundMetrics(Inbound inbound) {
        return new InboundMetrics(inbound);
    }

    @Bean
    StatusPart inboundStatus(Inbound inbound) {
        return new StatusPart() {
            @Override
            public String name() {
                return "inbound";
            }

            @Override
            public Object value() {
                return inbound.status();
            }
        };
    }
}
