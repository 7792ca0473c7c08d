package hoso.query.wiring;

import hoso.query.audit.mismatch.MismatchController;
import hoso.query.audit.mismatch.Mismatches;
import hoso.query.books.DossierReader;
import hoso.query.feed.EventLogs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The lists of the auditor's desk. */
@Configuration(proxyBeanMethods = false)
@Import(MismatchController.class)
class AuditConfiguration {

    @Bean
    Mismatches mismatches(EventLogs logs, BooksDatabase database) {
        return new Mismatches(new DossierReader(database.questions(), logs)::inOrderOfId);
    }
}
