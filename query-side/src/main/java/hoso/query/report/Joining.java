package hoso.query.report;

import hoso.query.question.Standpoint;
import hoso.query.snapshot.Joint;
import java.time.Instant;
import java.util.Optional;

/** Finds where a report joins the last snapshot that ends where it begins. */
@FunctionalInterface
public interface Joining {

    /**
     * @param by the moment that the report is asked for; what was frozen later is not looked at
     * @param carriedOver what the report carries over
     */
    Optional<Joint> joint(Scene scene, Standpoint standpoint, Instant by, long carriedOver);
}
