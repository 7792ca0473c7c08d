package hoso.command.intake.kafka;

import hoso.command.aggregate.Judging;
import hoso.command.intake.Admission;
import hoso.command.intake.FirstEvents;
import hoso.command.intake.kafka.publisher.Publisher;
import hoso.command.intake.kafka.publisher.PublisherProperties;
import hoso.command.store.EventStore;
import hoso.edge.kafka.KafkaSettings;
import hoso.edge.status.StatusPart;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Kafka side of the intake, where a broker is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hoso.kafka.bootstrap")
@EnableConfigurationProperties({KafkaSettings.class, PublisherProperties.class})
public class InboundConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(InboundConfiguration.class);

    /** @param first to be there before anything is judged */
    @Bean
    Inbound inbound(
            PublisherProperties properties,
            KafkaSettings settings,
            Admission admission,
            Judging judging,
            EventStore store,
            FirstEvents first) {
        List<Publisher> publishers = properties.all();
        if (!settings.isUsed() && !publishers.isEmpty())
            LOG.warn("publishers are configured and no broker is named: their topics are not read");
        return new Inbound(settings.isUsed() ? publishers : List.of(), settings, admission, judging, store);
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
