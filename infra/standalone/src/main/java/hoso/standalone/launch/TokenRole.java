package hoso.standalone.launch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles that the launcher's own issuer knows, named on the command line in lower case. */
public enum TokenRole {
    PUBLISHER,
    REGISTRAR,
    READER,
    AUDITOR,
    MONITOR,
    ADMIN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TokenRole> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
