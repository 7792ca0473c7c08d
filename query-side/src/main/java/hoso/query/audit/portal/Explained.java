package hoso.query.audit.portal;

/** A difference as it is answered: its cause in one sentence. */
public record Explained(Cause cause, String vi, String en) {

    public static Explained of(Difference difference) {
        Sentences sentences = Sentences.of(difference);
        return new Explained(difference.cause(), sentences.vi(), sentences.en());
    }
}
