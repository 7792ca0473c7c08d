package hoso.standalone;

import hoso.standalone.launch.Refused;
import java.util.Arrays;
import java.util.Optional;

/** The passphrase that private keys are saved under: from the environment, or typed at the terminal. */
final class Passphrase {

    static final String VARIABLE = "HOSO_BACKUP_PASSPHRASE";

    /** Below, trying all of them costs a machine days and not years. */
    private static final int LENGTH_MIN = 12;

    private Passphrase() {}

    /**
     * A new one, typed twice; empty where there is none.
     *
     * @throws Refused where it is too short, or the two are not the same
     */
    static Optional<char[]> chosen() {
        Optional<char[]> given = given("Passphrase for the private keys (empty: do not save them): ");
        if (given.isEmpty()) return given;
        if (given.get().length < LENGTH_MIN)
            throw Refused.unavailable("the passphrase is shorter than " + LENGTH_MIN + " characters");
        if (System.getenv(VARIABLE) == null
                && !Arrays.equals(given.get(), typed("The same again: ").orElse(null)))
            throw Refused.unavailable("the two are not the same");
        return given;
    }

    /** That of a file; empty where there is none. */
    static Optional<char[]> known(String what) {
        return given("Passphrase of " + what + " (empty: go on without the private keys): ");
    }

    private static Optional<char[]> given(String question) {
        String set = System.getenv(VARIABLE);
        return set == null || set.isEmpty() ? typed(question) : Optional.of(set.toCharArray());
    }

    private static Optional<char[]> typed(String question) {
        return Terminal.console()
                .map(console -> console.readPassword("%s", question))
                .filter(typed -> typed.length > 0);
    }
}
