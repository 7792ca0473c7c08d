package hoso.query.audit;

import hoso.query.feed.LoggedEvent;
import java.util.List;
import java.util.Map;

/** Where an auditor reads: the events of a dossier as they are stored, and the free texts that are still there. */
public interface AuditLog {

    /** All events of a dossier up to a position, in order; none where nobody has heard of it. */
    List<LoggedEvent> events(String dossier, long position);

    /** The texts of a dossier's events that no order has erased: by position, then by the path in the data. */
    Map<Long, Map<String, String>> texts(String dossier);
}
