package hoso.command.aggregate;

import hoso.command.judgement.Judgement;
import hoso.command.judgement.Reference;
import hoso.command.judgement.Submission;
import hoso.command.store.SickEvent;
import hoso.event.AcceptedEvent;
import hoso.event.Stream;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** What Axon holds of a stream: annotations and delegation only. */
public class StreamAggregate {

    @AggregateIdentifier
    private @Nullable String name;

    private @Nullable Belief belief;

    /** For Axon, which fills it with the events of the stream. */
    protected StreamAggregate() {}

    /** A stream nobody has heard of; named, since Axon's cache asks for the name also where no event comes of it. */
    StreamAggregate(String name) {
        this.name = name;
        this.belief = Belief.unheardOf(Stream.named(name).kind());
    }

    Judgement judge(Submission submission, Reference reference) {
        return belief().judge(submission, reference);
    }

    void accept(AcceptedEvent event, MetaData context) {
        AggregateLifecycle.apply(event, context);
    }

    @EventSourcingHandler
    void on(AcceptedEvent event) {
        name = event.stream().name();
        Belief before =
                belief != null ? belief : Belief.unheardOf(event.stream().kind());
        try {
            belief = before.with(event);
        } catch (RuntimeException unfoldable) {
            throw new SickEvent("event " + event.sequence() + " of " + name, unfoldable);
        }
    }

    private Belief belief() {
        return Objects.requireNonNull(belief, "a stream is named or has events");
    }
}
