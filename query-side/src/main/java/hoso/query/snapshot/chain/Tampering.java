package hoso.query.snapshot.chain;

/** What shows that a report, its signature, or the chain that both are rows of, is no longer what was added. */
public enum Tampering {
    CONTENT("the content is not the one whose hash the row names"),
    ROW("the row is not the one whose hash it has"),
    ROW_BEFORE("the row before it is not there, or not the one that it names"),
    ROW_AFTER("the row after it is not there, or names another"),
    GAP("the chain has no row at one of the numbers before its last");

    private final String sentence;

    Tampering(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
