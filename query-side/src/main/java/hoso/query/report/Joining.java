package hoso.query.report;

import hoso.query.snapshot.Joint;
import java.util.Optional;

/** Finds where a report joins the last snapshot that ends where it begins. */
public interface Joining {

    /** How much may be read to say why the two do not fit. */
    enum Effort {
        /** What a question may cost; the rest is said by the next. */
        BOUNDED,
        /** As much as there is: what is frozen says all. */
        WHOLE
    }

    /**
     * Of the snapshots that the caller may see and that stood in the chain at the moment asked about. A question that names
     * its position is answered the same for ever, and so with those frozen before that position alone.
     *
     * @param carriedOver what the report carries over
     */
    Optional<Joint> joint(ReportDesk.Admitted admitted, long carriedOver, Effort effort);
}
