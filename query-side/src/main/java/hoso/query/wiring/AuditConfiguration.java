package hoso.query.wiring;

import hoso.query.audit.apology.Apologies;
import hoso.query.audit.apology.ApologyController;
import hoso.query.audit.mismatch.MismatchController;
import hoso.query.audit.mismatch.Mismatches;
import hoso.query.audit.reading.ReadTable;
import hoso.query.audit.reading.ReadsController;
import hoso.query.audit.reading.RefusedLooks;
import hoso.query.report.dossiers.Candidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The lists of the auditor's desk. */
@Configuration(proxyBeanMethods = false)
@Import({MismatchController.class, ApologyController.class, ReadsController.class, RefusedLooks.class})
class AuditConfiguration {

    @Bean
    ReadTable readTable(BooksDatabase database) {
        return new ReadTable(database.questions());
    }

    @Bean
    Mismatches mismatches(Candidates candidates) {
        return new Mismatches(candidates);
    }

    @Bean
    Apologies apologies(Candidates candidates) {
        return new Apologies(candidates);
    }
}
