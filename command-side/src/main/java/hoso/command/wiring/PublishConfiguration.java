package hoso.command.wiring;

import hoso.command.contract.asyncapi.AsyncApi;
import hoso.command.publish.EventPublisher;
import hoso.command.publish.PublishSettings;
import hoso.command.publish.TopicWitness;
import hoso.command.store.EventStore;
import hoso.command.store.Witness;
import hoso.edge.kafka.KafkaIsUsed;
import hoso.edge.kafka.KafkaSettings;
import hoso.edge.status.StatusPart;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What publishes events, where a broker is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaSettings.class, PublishProperties.class})
class PublishConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(KafkaIsUsed.class)
    EventPublisher eventPublisher(
            KafkaSettings kafka,
            PublishProperties publish,
            StoreProperties database,
            EventStore store,
            @Value("${hoso.origin:}") String origin) {
        return EventPublisher.open(settings(kafka, publish, database, origin), store);
    }

    @Bean
    @Conditional(KafkaIsUsed.class)
    Witness topicWitness(
            KafkaSettings kafka,
            PublishProperties publish,
            StoreProperties database,
            @Value("${hoso.origin:}") String origin) {
        return new TopicWitness(settings(kafka, publish, database, origin));
    }

    private static PublishSettings settings(
            KafkaSettings kafka, PublishProperties publish, StoreProperties database, String origin) {
        var settings = database.settings();
        return new PublishSettings(publish.topic(), origin, kafka.properties(), settings.url(), settings.application());
    }

    @Bean
    AsyncApi asyncApi(KafkaSettings kafka, PublishProperties publish) {
        return new AsyncApi(kafka, publish.topic());
    }

    /** How far events are published: the proof that all are. */
    @Bean
    @Conditional(KafkaIsUsed.class)
    StatusPart publishStatusPart(EventPublisher publisher) {
        return StatusPart.of("publish", publisher::status);
    }

    @Bean
    @Conditional(KafkaIsUsed.class)
    PublishMetrics publishMetrics(EventPublisher publisher, EventStore store) {
        return new PublishMetrics(publisher, store, Clock.systemUTC());
    }

    /** There without a broker too: whoever asks it is told so. */
    @Bean
    RepublishEndpoint republishEndpoint(ObjectProvider<EventPublisher> publisher) {
        return new RepublishEndpoint(publisher);
    }
}
