package hoso.standalone.demo.data;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The free texts of the demo, by what they explain; none names a person. */
public final class Texts {

    /** What a text is for. */
    public enum Kind {
        SUPPLEMENT,
        SUSPENSION,
        EXTENSION,
        APOLOGY,
        WITHDRAWAL,
        DECLINE,
        CLAIM,
        COMPLAINT,
        UPHELD,
        DISMISSED,
        MISTAKE,
        WRONG_OUTCOME,
        WRONG_CHANNEL,
        WRONG_AMOUNT,
        REDECISION,
        HOLDER,
        STEP,
        AUTHORITY
    }

    private final Map<Kind, List<String>> texts = Table.read("texts.csv").stream()
            .collect(Collectors.groupingBy(
                    row -> Kind.valueOf(row.text("kind")),
                    Collectors.mapping(row -> row.text("text"), Collectors.toList())));

    public String any(Kind kind, RandomGenerator random) {
        List<String> choice = texts.get(kind);
        if (choice == null) throw new IllegalStateException("no text for " + kind);
        return choice.get(random.nextInt(choice.size()));
    }
}
