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
     * Of the snapshots that the caller may see, that stood in the chain at the moment asked about, and that were frozen at a
     * position which the report covers.
     *
     * @param carriedOver what the report carries over
     */
    Optional<Joint> joint(ReportDesk.Admitted admitted, long carriedOver, Effort effort);
}
