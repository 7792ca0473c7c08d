package hoso.command.dossier.trespass;

import java.time.Instant;
import org.axonframework.common.IdentifierFactory;

/** A decider with a clock and a framework of its own. */
final class AsksTheClock {

    Instant now() {
        return Instant.now();
    }

    String name() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
