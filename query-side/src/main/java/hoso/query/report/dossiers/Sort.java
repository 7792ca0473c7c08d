package hoso.query.report.dossiers;

/** What the list is sorted by, ascending, ties by id; the parameter {@code sort} names it. */
enum Sort {
    ID("id"),
    DUE_AT("dueAt"),
    RECEIVED_AT("receivedAt");

    private final String code;

    Sort(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
