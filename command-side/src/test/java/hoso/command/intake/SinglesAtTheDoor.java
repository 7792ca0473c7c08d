package hoso.command.intake;

import hoso.command.aggregate.Judging;
import hoso.edge.Caller;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Single events as they come over HTTP, behind the server. */
public final class SinglesAtTheDoor implements AutoCloseable {

    private final SingleEvents singles;

    public SinglesAtTheDoor(Admission admission, Judging judging) {
        this.singles = new SingleEvents(admission, judging, new IntakeMeter(new SimpleMeterRegistry()));
    }

    /** Returns when the event is durable. */
    public void take(byte[] event, Caller caller) {
        singles.take(event, caller);
    }

    @Override
    public void close() {
        singles.close();
    }
}
