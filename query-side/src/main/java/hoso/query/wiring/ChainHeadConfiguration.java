package hoso.query.wiring;

import hoso.edge.heads.HeadPublisher;
import hoso.edge.heads.HeadsSettings;
import hoso.edge.heads.ProofFolder;
import hoso.edge.heads.ProofFolderIsNamed;
import hoso.edge.kafka.KafkaIsUsed;
import hoso.edge.kafka.KafkaSettings;
import hoso.query.snapshot.head.ChainHeads;
import hoso.query.snapshot.head.KnownStoreHeads;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What signs the heads of the chain of snapshots, where there is a folder to keep its key in. */
@Configuration(proxyBeanMethods = false)
@Conditional(ProofFolderIsNamed.class)
@EnableConfigurationProperties({KafkaSettings.class, HeadsSettings.class})
class ChainHeadConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(KafkaIsUsed.class)
    HeadPublisher chainHeadPublisher(KafkaSettings kafka, HeadsSettings heads) {
        return HeadPublisher.open(kafka.properties(), heads.topic());
    }

    @Bean(initMethod = "begin")
    ChainHeads chainHeads(
            BooksDatabase database,
            KnownStoreHeads stores,
            InstantSource clock,
            @Value(ProofFolderIsNamed.FOLDER) Path folder,
            @Qualifier("chainHeadPublisher") ObjectProvider<HeadPublisher> publisher) {
        return new ChainHeads(database.questions(), new ProofFolder(folder), stores, clock, publisher.getIfAvailable());
    }
}
