package hoso.command.wiring;

import hoso.command.store.EventStore;
import hoso.command.store.Witness;
import hoso.command.treehead.HeadSettings;
import hoso.command.treehead.HeadSigner;
import hoso.command.treehead.HeadWitness;
import hoso.edge.heads.HeadPublisher;
import hoso.edge.heads.HeadsSettings;
import hoso.edge.heads.ProofFolder;
import hoso.edge.heads.ProofFolderIsNamed;
import hoso.edge.kafka.KafkaIsUsed;
import hoso.edge.kafka.KafkaSettings;
import hoso.edge.status.StatusPart;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What signs the heads of the store, where there is a folder to keep its key in. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProofFolderIsNamed.class)
@EnableConfigurationProperties({KafkaSettings.class, HeadsSettings.class})
class HeadConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(KafkaIsUsed.class)
    HeadPublisher storeHeadPublisher(KafkaSettings kafka, HeadsSettings heads) {
        return HeadPublisher.open(kafka.properties(), heads.topic());
    }

    @Bean
    Witness headWitness(@Value(ProofFolderIsNamed.FOLDER) Path folder) {
        return new HeadWitness(new ProofFolder(folder));
    }

    @Bean(destroyMethod = "close")
    HeadSigner headSigner(
            StoreProperties database,
            EventStore store,
            HeadsSettings heads,
            @Qualifier("storeHeadPublisher") ObjectProvider<HeadPublisher> publisher,
            @Value(ProofFolderIsNamed.FOLDER) Path folder,
            @Value("${hoso.origin:}") String origin) {
        var settings = database.settings();
        return HeadSigner.open(
                new HeadSettings(
                        settings.url(),
                        settings.application(),
                        origin,
                        new ProofFolder(folder),
                        Clock.systemUTC(),
                        heads.every()),
                store,
                publisher.getIfAvailable());
    }

    /** How far the events are signed, and what keeps them from being. */
    @Bean
    StatusPart headsStatusPart(HeadSigner signer) {
        return StatusPart.of("heads", signer::status);
    }

    @Bean
    HeadMetrics headMetrics(HeadSigner signer, EventStore store) {
        return new HeadMetrics(signer, store, Clock.systemUTC());
    }
}
