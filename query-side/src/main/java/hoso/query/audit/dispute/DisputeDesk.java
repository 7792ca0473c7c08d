package hoso.query.audit.dispute;

import hoso.edge.Caller;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.query.feed.EventLog;
import hoso.query.feed.LoggedEvent;
import java.util.List;
import java.util.Map;

/** Tells of the disputes about a dossier. */
public final class DisputeDesk {

    private final EventLog log;
    private final RestatedReports restated;

    public DisputeDesk(EventLog log, RestatedReports restated) {
        this.log = log;
        this.restated = restated;
    }

    /**
     * @param logged all events of a dossier, each of which can be folded
     */
    public List<DisputeAnswer> of(String dossier, List<LoggedEvent> logged, Caller caller) {
        List<StoredEvent> events = logged.stream().map(LoggedEvent::read).toList();
        List<Dispute> disputes = Dispute.all(events);
        if (disputes.isEmpty()) return List.of();
        Map<Long, Map<String, String>> texts = log.texts(Stream.dossier(dossier));
        return disputes.stream()
                .map(dispute -> DisputeAnswer.of(dispute, texts, restated.of(events, dispute.corrections(), caller)))
                .toList();
    }
}
