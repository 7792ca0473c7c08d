package hoso.query.wiring;

import hoso.edge.status.StatusPart;
import hoso.query.books.BookReader;
import hoso.query.books.SqlPostingReader;
import hoso.query.books.projection.Projector;
import hoso.query.feed.EventLog;
import hoso.query.feed.EventLogs;
import hoso.query.ledger.Contribution;
import hoso.query.question.KnownReference;
import hoso.query.question.Positions;
import hoso.query.question.Standpoints;
import hoso.query.report.Joining;
import hoso.query.report.ReportDesk;
import hoso.query.report.Reports;
import hoso.query.snapshot.answer.ChainController;
import hoso.query.snapshot.answer.FrozenController;
import hoso.query.snapshot.answer.ReplayController;
import hoso.query.snapshot.answer.RestatementController;
import hoso.query.snapshot.answer.SnapshotController;
import hoso.query.snapshot.chain.Chain;
import hoso.query.snapshot.chain.ChainWitness;
import hoso.query.snapshot.content.ReportContent;
import hoso.query.snapshot.freeze.Sight;
import hoso.query.snapshot.freeze.SnapshotDesk;
import hoso.query.snapshot.freeze.SnapshotList;
import hoso.query.snapshot.head.ChainHeads;
import hoso.query.snapshot.replay.Replays;
import hoso.query.snapshot.replay.SnapshotReplay;
import hoso.query.snapshot.restatement.Explanations;
import hoso.query.snapshot.restatement.Joints;
import hoso.query.snapshot.restatement.RestatementDesk;
import hoso.query.snapshot.restatement.Restatements;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of snapshots. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChainHeadConfiguration.class,
    ChainController.class,
    SnapshotController.class,
    FrozenController.class,
    ReplayController.class,
    RestatementController.class
})
class SnapshotConfiguration {

    @Bean
    Chain snapshotChain(BooksDatabase database, InstantSource clock, ObjectProvider<ChainWitness> witness) {
        return new Chain(database.questions(), clock, witness.getIfAvailable(() -> ChainWitness.NONE));
    }

    @Bean
    ChainMetrics chainMetrics(Chain chain, ObjectProvider<ChainHeads> heads, Projector projector) {
        return new ChainMetrics(chain, heads.getIfAvailable(), projector::isDatabaseAway);
    }

    /** How long the chain is; and where heads are signed, whether the newest is missing where others see it. */
    @Bean
    StatusPart snapshotsStatusPart(Chain chain, ObjectProvider<ChainHeads> heads) {
        return StatusPart.of("snapshots", () -> {
            Map<String, Object> snapshots = new LinkedHashMap<>();
            snapshots.put("rows", chain.table().rows());
            heads.ifAvailable(signed -> snapshots.put("headsBehind", signed.isBehind()));
            return snapshots;
        });
    }

    @Bean
    Restatements restatements(Reports reports, BooksDatabase database, EventLog log, KnownReference reference) {
        return new Restatements(reports, new SqlPostingReader(database.questions()), log, reference);
    }

    @Bean
    RestatementDesk restatementDesk(Restatements restatements, KnownReference reference, Standpoints standpoints) {
        return new RestatementDesk(restatements, reference, standpoints);
    }

    @Bean
    Joining joining(Chain chain, RestatementDesk desk, Restatements restatements, KnownReference reference) {
        return new Joints(chain, new Explanations(desk, restatements), reference);
    }

    @Bean
    Sight snapshotSight(KnownReference reference, Standpoints standpoints, InstantSource clock) {
        return new Sight(reference, standpoints, clock);
    }

    @Bean
    SnapshotList snapshotList(Chain chain, Sight sight, KnownReference reference, Standpoints standpoints) {
        return new SnapshotList(chain, sight, reference, standpoints);
    }

    @Bean
    SnapshotDesk snapshotDesk(
            Standpoints standpoints, ReportDesk reports, BookReader books, Joining joining, Chain chain, Sight sight) {
        return new SnapshotDesk(
                standpoints, reports, new ReportContent(books, Contribution.EDITION), joining, chain, sight);
    }

    /** It reads the whole log over a connection of its own, so that questions have theirs meanwhile. */
    @Bean
    Replays replays(
            EventLogs logs,
            BooksDatabase database,
            Positions positions,
            KnownReference reference,
            InstantSource clock) {
        EventLog log = logs.through(database.writing("replay"));
        return new Replays(new SnapshotReplay(
                log,
                positions,
                reference,
                clock,
                Contribution.EDITION,
                Runtime.getRuntime().availableProcessors()));
    }

    @Bean
    ReplayMetrics replayMetrics(Replays replays) {
        return new ReplayMetrics(replays);
    }
}
