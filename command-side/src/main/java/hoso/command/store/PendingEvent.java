package hoso.command.store;

import hoso.event.AcceptedEvent;
import hoso.event.wire.StoredEventFormat;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * An event on its way to the store, all of its bytes made but those that need its position.
 *
 * @param rest what follows position and time in the stored bytes
 */
record PendingEvent(AcceptedEvent event, byte[] rest, AppendContext context) {

    /**
     * @throws IllegalArgumentException where it is not what the aggregate shell should have sent
     */
    static PendingEvent of(EventMessage<?> message) {
        if (!(message.getPayload() instanceof AcceptedEvent event))
            throw new IllegalArgumentException("no accepted event: " + message);
        if (!(message instanceof DomainEventMessage<?> domain)
                || !domain.getAggregateIdentifier().equals(event.stream().name())
                || domain.getSequenceNumber() != event.sequence())
            throw new IllegalArgumentException(
                    "the message is not that of " + event.stream().name() + " " + event.sequence() + ": " + message);
        var context = AppendContext.of(message);
        checkTexts(event, context);
        return new PendingEvent(event, StoredEventFormat.rest(event), context);
    }

    /** A text that its hash does not fit could never be shown to belong to its event. */
    private static void checkTexts(AcceptedEvent event, AppendContext context) {
        if (!context.texts().keySet().equals(event.textHashes().keySet()))
            throw new IllegalArgumentException("texts " + context.texts().keySet() + " for the hashes of "
                    + event.textHashes().keySet());
        context.texts().forEach((path, text) -> {
            if (!text.hash().equals(event.textHashes().get(path)))
                throw new IllegalArgumentException("the text of " + path + " does not fit its hash");
        });
    }
}
