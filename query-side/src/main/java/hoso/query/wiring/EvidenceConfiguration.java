package hoso.query.wiring;

import hoso.query.audit.evidence.EvidenceController;
import hoso.query.audit.evidence.EvidenceDesk;
import hoso.query.feed.EventLog;
import hoso.query.feed.proof.Prover;
import hoso.query.feed.store.StoredWitness;
import hoso.query.question.KnownReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of evidence, beside the store whose heads are signed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hoso.feed", havingValue = "store", matchIfMissing = true)
@Import(EvidenceController.class)
class EvidenceConfiguration {

    @Bean
    EvidenceDesk evidenceDesk(KnownReference reference, EventLog log, BooksDatabase database) {
        return new EvidenceDesk(
                reference, log, new Prover(new StoredWitness(database.questions()), database.questions()));
    }
}
