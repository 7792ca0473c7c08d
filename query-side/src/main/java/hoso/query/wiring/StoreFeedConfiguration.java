package hoso.query.wiring;

import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.feed.proof.StoreWitness;
import hoso.query.feed.store.StoredLog;
import hoso.query.feed.store.StoredWitness;
import hoso.query.question.Positions;
import hoso.query.snapshot.head.KnownStoreHeads;
import hoso.query.snapshot.head.StoreBeside;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The books are made from the store beside them ({@code hoso.feed=store}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hoso.feed", havingValue = "store", matchIfMissing = true)
class StoreFeedConfiguration {

    @Bean
    EventLogs eventLogs() {
        return StoredLog::new;
    }

    @Bean
    Positions positions(EventLog log, Projector projector) {
        return new LogPositions(log, projector);
    }

    @Bean
    KnownStoreHeads knownStoreHeads(BooksDatabase database) {
        return new StoreBeside(database.questions());
    }

    @Bean
    StoreWitness storeWitness(BooksDatabase database) {
        return new StoredWitness(database.questions());
    }
}
