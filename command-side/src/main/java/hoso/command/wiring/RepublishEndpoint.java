package hoso.command.wiring;

import hoso.command.publish.EventPublisher;
import hoso.command.publish.Republished;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/republish}, for administrators: publishes every event again from a position on. */
@Endpoint(id = "republish")
final class RepublishEndpoint {

    private final ObjectProvider<EventPublisher> publisher;

    RepublishEndpoint(ObjectProvider<EventPublisher> publisher) {
        this.publisher = publisher;
    }

    @WriteOperation
    Republished republish(long from) {
        EventPublisher present = publisher.getIfAvailable();
        if (present == null)
            throw Problem.of(ProblemCode.UNAVAILABLE, "no Kafka broker is named: nothing is published");
        try {
            return present.republish(from);
        } catch (IllegalArgumentException outside) {
            throw Problem.of(ProblemCode.MALFORMED, String.valueOf(outside.getMessage()));
        } catch (StoreUnavailable away) {
            throw Problem.of(ProblemCode.UNAVAILABLE, String.valueOf(away.getMessage()));
        }
    }
}
