package hoso.standalone;

import java.io.Console;
import java.util.Optional;

/** Whether a person sits there. */
final class Terminal {

    private Terminal() {}

    /** Since Java 25 there is no console where input or output is no terminal. */
    @SuppressWarnings("SystemConsoleNull")
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    static boolean isOne() {
        return console().isPresent();
    }
}
