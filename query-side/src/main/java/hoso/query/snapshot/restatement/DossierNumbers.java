package hoso.query.snapshot.restatement;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Numbers the dossiers and petitions that moved any figure, so that those of one figure can be counted in few bits. */
final class DossierNumbers {

    /** Some tens of megabytes; beyond them dossiers are listed and no longer counted. */
    private static final int MAX = 250_000;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** Empty where there are too many. */
    OptionalInt of(String dossier) {
        Integer known = numbers.get(dossier);
        if (known != null) return OptionalInt.of(known);
        if (numbers.size() == MAX) return OptionalInt.empty();
        numbers.put(dossier, numbers.size());
        return OptionalInt.of(numbers.size() - 1);
    }
}
