package hoso.query.question;

import hoso.edge.Parameters;
import hoso.event.history.ReferenceRegister;
import hoso.query.feed.PublishedRule;
import java.util.List;

/** What was published about units, procedures and calendars, as of any position. */
@FunctionalInterface
public interface KnownReference {

    ReferenceRegister asOf(long position);

    /** The same, read from the log once more: nothing that was remembered of it counts. */
    default KnownReference anew() {
        return this;
    }

    /** What those who ask call the units and dossiers that are known. */
    default Names names(long position) {
        return Names.PLAIN;
    }

    /** The procedures and calendars that had been published, one by one, in the order of their positions. */
    default List<PublishedRule> rules(long position) {
        return List.of();
    }

    /** Whose reference data there is, where origins are rolled up; none where there is one store alone. */
    default List<String> origins() {
        return List.of();
    }

    /** What one of the origins has published. */
    default ReferenceRegister asOf(long position, String origin) {
        throw Parameters.malformed("origin is for where origins are rolled up");
    }
}
