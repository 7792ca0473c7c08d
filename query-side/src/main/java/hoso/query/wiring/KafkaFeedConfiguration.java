package hoso.query.wiring;

import hoso.edge.kafka.KafkaSettings;
import hoso.edge.status.StatusPart;
import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.feed.landing.LandedLog;
import hoso.query.feed.landing.LandingConsumer;
import hoso.query.feed.landing.Origins;
import hoso.query.feed.landing.Sequencer;
import hoso.query.question.Positions;
import hoso.query.rollup.Rollup;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The books are made from what command sides publish to Kafka ({@code hoso.feed=kafka}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hoso.feed", havingValue = "kafka")
@EnableConfigurationProperties({KafkaSettings.class, RollupProperties.class})
class KafkaFeedConfiguration {

    @Bean
    Rollup rollup(RollupProperties properties) {
        return properties.rollup();
    }

    @Bean
    EventLogs eventLogs() {
        return LandedLog::new;
    }

    @Bean
    Positions positions(EventLog log, Projector projector, BooksDatabase database, Rollup rollup) {
        return new LandedPositions(new LogPositions(log, projector), new LandedLog(database.questions()), rollup);
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
    LandingMetrics landingMetrics(
            BooksDatabase database, LandingConsumer consumer, Rollup rollup, InstantSource clock) {
        return new LandingMetrics(new Origins(database.questions()), consumer, rollup.origins(), clock);
    }

    @Bean
    StatusPart landingStatusPart(LandingConsumer consumer) {
        return new LandingStatusPart(consumer);
    }

    @Bean
    StatusPart originsStatus(BooksDatabase database) {
        return new OriginsStatus(new Origins(database.questions()));
    }
}
