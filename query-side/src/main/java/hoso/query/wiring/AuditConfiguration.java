package hoso.query.wiring;

import hoso.query.audit.apology.Apologies;
import hoso.query.audit.apology.ApologyController;
import hoso.query.audit.gap.GapController;
import hoso.query.audit.gap.Numbering;
import hoso.query.audit.gap.OriginGap;
import hoso.query.audit.gap.OriginGaps;
import hoso.query.audit.gap.Publishers;
import hoso.query.audit.gap.Silences;
import hoso.query.audit.mismatch.MismatchController;
import hoso.query.audit.mismatch.Mismatches;
import hoso.query.audit.reading.ReadTable;
import hoso.query.audit.reading.ReadsController;
import hoso.query.audit.reading.RefusedLooks;
import hoso.query.audit.reading.SeenLooks;
import hoso.query.books.NewestPublications;
import hoso.query.books.OwnerReader;
import hoso.query.books.PublisherReader;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.feed.landing.OriginState;
import hoso.query.feed.landing.Origins;
import hoso.query.question.KnownReference;
import hoso.query.report.dossiers.Candidates;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The lists of the auditor's desk. */
@Configuration(proxyBeanMethods = false)
@Import({
    MismatchController.class,
    ApologyController.class,
    GapController.class,
    ReadsController.class,
    RefusedLooks.class
})
class AuditConfiguration {

    @Bean
    ReadTable readTable(BooksDatabase database) {
        return new ReadTable(database.questions());
    }

    @Bean
    SeenLooks seenLooks(ReadTable table, EventLogs logs, BooksDatabase database) {
        return new SeenLooks(table, new OwnerReader(database.questions(), logs)::of);
    }

    @Bean
    Mismatches mismatches(Candidates candidates) {
        return new Mismatches(candidates);
    }

    @Bean
    Apologies apologies(Candidates candidates) {
        return new Apologies(candidates);
    }

    @Bean
    Publishers publishers(BooksDatabase database, KnownReference reference) {
        return new Publishers(new PublisherReader(database.questions()), reference);
    }

    @Bean(destroyMethod = "close")
    PublisherMetrics publisherMetrics(BooksDatabase database, KnownReference reference, InstantSource clock) {
        return new PublisherMetrics(new Silences(new NewestPublications(database.questions()), reference, clock));
    }

    @Bean
    Numbering numbering(Candidates candidates, EventLog log) {
        return new Numbering(candidates, log::known);
    }

    @Bean
    OriginGaps originGaps(ObjectProvider<Origins> origins) {
        Origins landed = origins.getIfAvailable();
        return landed == null
                ? OriginGaps.NONE
                : () -> landed.states().stream().map(AuditConfiguration::gap).toList();
    }

    private static OriginGap gap(OriginState origin) {
        OriginState.Gap gap = origin.gap();
        return new OriginGap(
                origin.name(),
                origin.covered(),
                origin.landed(),
                gap == null ? null : gap.missing(),
                gap == null ? null : gap.since(),
                origin.stopped());
    }
}
