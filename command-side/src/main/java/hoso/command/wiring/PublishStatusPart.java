package hoso.command.wiring;

import hoso.command.publish.EventPublisher;
import hoso.edge.status.StatusPart;

/** Shows in the status how far events are published: the proof that all are. */
record PublishStatusPart(EventPublisher publisher) implements StatusPart {

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public Object value() {
        return publisher.status();
    }
}
