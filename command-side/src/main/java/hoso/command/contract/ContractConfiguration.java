package hoso.command.contract;

import hoso.command.contract.asyncapi.AsyncApi;
import hoso.edge.kafka.KafkaSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The documents of the contract over HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
@Import(ContractController.class)
public class ContractConfiguration {

    @Bean
    Documents contractDocuments(
            KafkaSettings kafka, @Value("${hoso.publish.topic:" + AsyncApi.EVENTS + "}") String eventTopic) {
        return new Documents(new AsyncApi(kafka, eventTopic));
    }
}
