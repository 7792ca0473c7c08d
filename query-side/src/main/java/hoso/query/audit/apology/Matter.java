package hoso.query.audit.apology;

/** What there is to say of the apology for a late dossier; the parameter {@code list} names it. */
enum Matter {
    /** Late, and nobody has apologised. */
    WITHOUT_LETTER("withoutLetter"),
    /** Open and overdue, and the last promise is still to be kept. */
    PROMISED("promised"),
    /** Open and overdue, and the last promise has passed. */
    PROMISE_PASSED("promisePassed"),
    /** Closed late, by the last promise. */
    KEPT("kept"),
    /** Closed late, and after the last promise. */
    BROKEN("broken");

    private final String code;

    Matter(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
