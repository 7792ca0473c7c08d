package hoso.command.aggregate;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Names Axon's messages, which live as long as a unit of work does and are never stored, by counting them: its own way, a
 * random UUID each, draws them one after another from one generator for all threads. Axon finds it as a service.
 */
public final class CountedIdentifiers extends IdentifierFactory {

    private final AtomicLong count = new AtomicLong();

    @Override
    public String generateIdentifier() {
        return Long.toString(count.incrementAndGet());
    }
}
