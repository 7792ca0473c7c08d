package hoso.edge.answer;

/** What a failure would be answered with, for those whose answer is under way and can only say it in its own words. */
public final class ProblemDocument {

    private ProblemDocument() {}

    /** The problem document (RFC 9457) of whatever was thrown: JSON in one line. */
    public static byte[] of(Throwable thrown) {
        return Answers.to(thrown).body();
    }
}
