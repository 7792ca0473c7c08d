package hoso.testkit.brute;

import java.util.Objects;

/** An event that is not taken, with the code of the contract. */
final class BruteRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BruteRefusal(String code) {
        super(code, null, false, false);
    }

    static BruteRefusal malformed() {
        return new BruteRefusal("malformed");
    }

    /** Refuses with {@code code} where {@code wrong} holds. */
    static void when(boolean wrong, String code) {
        if (wrong) {
            throw new BruteRefusal(code);
        }
    }

    String code() {
        return Objects.requireNonNull(getMessage());
    }
}
