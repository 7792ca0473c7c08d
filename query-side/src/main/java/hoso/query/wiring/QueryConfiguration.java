package hoso.query.wiring;

import hoso.edge.measure.Seldom;
import hoso.query.audit.DossierController;
import hoso.query.audit.DossierDesk;
import hoso.query.audit.clock.answer.ClockController;
import hoso.query.audit.clock.answer.ClockDesk;
import hoso.query.audit.day.DaysController;
import hoso.query.audit.dispute.DisputeDesk;
import hoso.query.audit.dispute.RestatedReports;
import hoso.query.audit.reading.ReadLog;
import hoso.query.books.BookReader;
import hoso.query.books.DossierReader;
import hoso.query.books.SqlBookReader;
import hoso.query.books.projection.CommitListener;
import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.ledger.Contribution;
import hoso.query.question.KnownReference;
import hoso.query.question.Positions;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoints;
import hoso.query.reference.ReferenceController;
import hoso.query.report.ReportDesk;
import hoso.query.report.Reports;
import hoso.query.report.answer.IndicatorController;
import hoso.query.report.answer.ReportController;
import hoso.query.report.dossiers.Candidates;
import hoso.query.report.dossiers.DossierLists;
import hoso.query.report.dossiers.DossiersController;
import hoso.query.report.scoreboard.ScoreboardController;
import hoso.query.report.trend.TrendController;
import hoso.query.report.trend.Trends;
import hoso.query.rollup.Rollup;
import hoso.query.snapshot.freeze.SnapshotList;
import hoso.query.status.StatusController;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** The beans of the query side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BooksProperties.class)
@Import({
    ReportController.class,
    DossiersController.class,
    ReferenceController.class,
    DossierController.class,
    ClockController.class,
    DaysController.class,
    StatusController.class,
    SnapshotConfiguration.class,
    EvidenceConfiguration.class,
    AuditConfiguration.class,
    BoardConfiguration.class,
    DeskConfiguration.class,
    StoreFeedConfiguration.class,
    KafkaFeedConfiguration.class
})
public class QueryConfiguration {

    @Bean
    BooksDatabase booksDatabase(BooksProperties properties) {
        return new BooksDatabase(properties);
    }

    @Bean
    EventLog eventLog(EventLogs logs, BooksDatabase database) {
        return logs.through(database.questions());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Projector projector(EventLogs logs, BooksDatabase database, CommitListener listener) {
        return new Projector(
                database.writing("projector"), database.projecting(), logs.through(database.projecting()), listener);
    }

    @Bean
    CommitListener batchMetrics(MeterRegistry registry) {
        return new BatchMetrics(registry);
    }

    @Bean
    BookReader bookReader(BooksDatabase database) {
        return new SqlBookReader(database.questions());
    }

    @Bean
    ReferenceOfBooks knownReference(EventLog log, Projector projector, ObjectProvider<Rollup> rollup) {
        return new ReferenceOfBooks(log, projector, rollup.getIfAvailable());
    }

    @Bean
    BooksMetrics booksMetrics(Projector projector, Positions positions, InstantSource clock) {
        return new BooksMetrics(projector, positions, clock, Seldom.A_SCRAPE);
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    Standpoints standpoints(Positions positions, InstantSource clock) {
        return new Standpoints(positions, clock);
    }

    @Bean
    ReadSide readSide(
            Projector projector,
            ReferenceOfBooks reference,
            EventLog log,
            BooksDatabase database,
            InstantSource clock) {
        return new BooksReadSide(projector, reference, log, database.questions(), clock);
    }

    @Bean
    Reports reports(BookReader books, ReadSide readSide) {
        return new Reports(books, readSide, Contribution.EDITION);
    }

    @Bean
    TrendController trendController(ReportDesk desk, BookReader books, Reports reports) {
        return new TrendController(desk, new Trends(books, reports));
    }

    @Bean
    IndicatorController indicatorController(Standpoints standpoints) {
        return new IndicatorController(Contribution.EDITION, standpoints);
    }

    @Bean
    ReportDesk reportDesk(Standpoints standpoints, KnownReference reference, Reports reports) {
        return new ReportDesk(standpoints, reference, reports);
    }

    @Bean
    ScoreboardController scoreboardController(ReportDesk desk, Reports reports) {
        return new ScoreboardController(desk, reports);
    }

    @Bean
    Candidates candidates(EventLogs logs, BooksDatabase database) {
        return new DossierReader(database.questions(), logs)::inOrderOfId;
    }

    @Bean
    DossierLists dossierLists(Candidates candidates, BookReader books) {
        return new DossierLists(candidates, books);
    }

    @Bean
    ClockDesk clockDesk(KnownReference reference) {
        return new ClockDesk(reference);
    }

    @Bean
    DisputeDesk disputeDesk(EventLog log, SnapshotList snapshots, KnownReference reference) {
        return new DisputeDesk(log, new RestatedReports(snapshots::moved, reference));
    }

    @Bean
    DossierDesk dossierDesk(Standpoints standpoints, KnownReference reference, EventLog log, ReadLog reads) {
        return new DossierDesk(standpoints, reference, log, reads);
    }

    @Bean
    RebuildEndpoint rebuildEndpoint(Projector projector) {
        return new RebuildEndpoint(projector);
    }

    /** Ready is who can answer; standing by or behind is no hindrance, stopped by name is, and a database that is away. */
    @Bean
    HealthIndicator projectorHealthIndicator(Projector projector) {
        return () -> {
            if (projector.isDatabaseAway())
                return Health.down()
                        .withDetail("reason", "the database is away")
                        .build();
            var status = projector.status();
            var health = status.reason() == null ? Health.up() : Health.down().withDetail("reason", status.reason());
            return health.withDetail("phase", status.phase()).build();
        };
    }

    /** Who does not know the units can answer next to nothing; where the database is away, others say so. */
    @Bean
    HealthIndicator referenceHealthIndicator(ReferenceOfBooks reference) {
        return () -> {
            try {
                return reference
                        .sickUnlessKnown()
                        .map(sick -> Health.down().withDetail("position", sick.position()))
                        .orElseGet(Health::up)
                        .build();
            } catch (DataAccessException away) {
                return Health.unknown().build();
            }
        };
    }
}
