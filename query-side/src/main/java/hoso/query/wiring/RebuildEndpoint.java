package hoso.query.wiring;

import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Rebuild;
import hoso.query.books.projection.RebuildProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/rebuild}, for administrators: new books beside the live ones, which answer all the while.
 *
 * <p>They replace the live ones where they say exactly the same, or with {@code "differing": true} whatever they say.
 */
@Endpoint(id = "rebuild")
final class RebuildEndpoint {

    private final Projector projector;

    RebuildEndpoint(Projector projector) {
        this.projector = projector;
    }

    @ReadOperation
    RebuildProgress progress() {
        return projector.status().rebuild();
    }

    @WriteOperation
    RebuildProgress begin(@Nullable Boolean differing) {
        try {
            projector.rebuild(
                    Boolean.TRUE.equals(differing) ? Rebuild.Expectation.OTHER_BOOKS : Rebuild.Expectation.SAME_BOOKS);
        } catch (IllegalStateException busy) {
            throw Problem.of(ProblemCode.UNAVAILABLE, String.valueOf(busy.getMessage()));
        }
        return projector.status().rebuild();
    }
}
