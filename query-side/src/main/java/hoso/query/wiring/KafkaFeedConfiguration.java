package hoso.query.wiring;

import hoso.edge.heads.HeadsSettings;
import hoso.edge.heads.ProofFolderIsNamed;
import hoso.edge.kafka.KafkaSettings;
import hoso.edge.status.StatusPart;
import hoso.proof.SignedHead;
import hoso.proof.TreeHead;
import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.feed.landing.HeadLanding;
import hoso.query.feed.landing.HeadTable;
import hoso.query.feed.landing.LandedLog;
import hoso.query.feed.landing.LandedWitness;
import hoso.query.feed.landing.LandingConsumer;
import hoso.query.feed.landing.OriginKeys;
import hoso.query.feed.landing.Origins;
import hoso.query.feed.landing.Sequencer;
import hoso.query.feed.proof.StoreWitness;
import hoso.query.question.Positions;
import hoso.query.rollup.Rollup;
import hoso.query.snapshot.head.KnownStoreHeads;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The books are made from what command sides publish to Kafka ({@code hoso.feed=kafka}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hoso.feed", havingValue = "kafka")
@EnableConfigurationProperties({KafkaSettings.class, HeadsSettings.class, RollupProperties.class})
class KafkaFeedConfiguration {

    @Bean
    Rollup rollup(RollupProperties properties) {
        return properties.rollup();
    }

    @Bean
    EventLogs eventLogs(Rollup rollup) {
        return database -> new LandedLog(database, rollup.origins());
    }

    @Bean
    Positions positions(EventLog log, Projector projector, BooksDatabase database, Rollup rollup) {
        var landed = new LandedLog(database.questions(), rollup.origins());
        return new LandedPositions(new LogPositions(log, projector), landed, rollup);
    }

    @Bean(destroyMethod = "close")
    Sequencer sequencer(BooksDatabase database, Rollup rollup, InstantSource clock, Projector projector) {
        return new Sequencer(
                database.writing("sequencer"), database.projecting(), rollup.origins(), clock, projector::nudge);
    }

    @Bean(destroyMethod = "close")
    LandingConsumer landingConsumer(
            KafkaSettings kafka, RollupProperties properties, BooksDatabase database, Sequencer sequencer) {
        return new LandingConsumer(
                database.writing("landing"), kafka.properties(), properties.originTopics(), sequencer::nudge);
    }

    @Bean
    Origins origins(BooksDatabase database, Rollup rollup) {
        return new Origins(database.questions(), rollup.origins());
    }

    @Bean
    LandingMetrics landingMetrics(Origins origins, LandingConsumer consumer, Rollup rollup, InstantSource clock) {
        return new LandingMetrics(origins, consumer, rollup.origins(), clock);
    }

    /** What this program lands, and why it waits where it does. */
    @Bean
    StatusPart landingStatusPart(LandingConsumer consumer) {
        return StatusPart.of("landing", consumer::status);
    }

    @Bean
    StatusPart originsStatus(Origins origins) {
        return new OriginsStatus(origins);
    }

    @Bean
    OriginKeys originKeys(@Value(ProofFolderIsNamed.FOLDER) String folder) {
        return new OriginKeyFolders(folder);
    }

    @Bean
    HeadTable landedHeads(BooksDatabase database, OriginKeys keys) {
        return new HeadTable(database.questions(), keys);
    }

    @Bean(destroyMethod = "close")
    HeadLanding headLanding(
            KafkaSettings kafka, HeadsSettings heads, Rollup rollup, BooksDatabase database, OriginKeys keys) {
        return new HeadLanding(kafka.properties(), heads.topic(), rollup.origins(), database.writing("heads"), keys);
    }

    @Bean
    KnownStoreHeads knownStoreHeads(HeadTable heads) {
        return () -> heads.newest().stream()
                .map(SignedHead::head)
                .map(TreeHead.Store.class::cast)
                .map(TreeHead.Store::covered)
                .toList();
    }

    @Bean
    StoreWitness storeWitness(BooksDatabase database, OriginKeys keys) {
        return new LandedWitness(database.questions(), keys);
    }
}
