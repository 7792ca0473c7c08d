package hoso.command.wiring;

import hoso.command.store.EventStore;
import hoso.command.store.Opened;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/restored}, for administrators: what was seen of the store and is not there is lost, and it goes on above. */
@Endpoint(id = "restored")
final class RestoredEndpoint {

    private final EventStore store;

    RestoredEndpoint(EventStore store) {
        this.store = store;
    }

    /** @param lostUpTo a position that the operator knows to have been used; absent for what the witnesses have seen */
    @WriteOperation
    Opened restored(@Nullable Long lostUpTo) {
        if (lostUpTo != null && lostUpTo < 1)
            throw Problem.of(ProblemCode.MALFORMED, "lostUpTo is no position: " + lostUpTo);
        try {
            return store.restored(lostUpTo == null ? 0 : lostUpTo, "an administrator");
        } catch (IllegalStateException nothingLost) {
            throw Problem.of(ProblemCode.MALFORMED, String.valueOf(nothingLost.getMessage()));
        } catch (StoreUnavailable away) {
            throw Problem.of(ProblemCode.UNAVAILABLE, String.valueOf(away.getMessage()));
        }
    }
}
