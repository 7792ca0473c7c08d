package hoso.query.wiring;

import hoso.query.audit.evidence.EvidenceController;
import hoso.query.audit.evidence.EvidenceDesk;
import hoso.query.feed.EventLog;
import hoso.query.feed.proof.Prover;
import hoso.query.feed.proof.StoreWitness;
import hoso.query.question.KnownReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of evidence. */
@Configuration(proxyBeanMethods = false)
@Import(EvidenceController.class)
class EvidenceConfiguration {

    @Bean
    EvidenceDesk evidenceDesk(KnownReference reference, EventLog log, StoreWitness witness, BooksDatabase database) {
        return new EvidenceDesk(reference, log, new Prover(witness, database.questions()));
    }
}
