package hoso.query.snapshot;

/** What kind of regular report a snapshot is; its dates are its own, since offices cut their months differently. */
public enum SnapshotKind {
    MONTH("tháng"),
    QUARTER("quý"),
    HALF_YEAR("6 tháng"),
    YEAR("năm"),
    CUSTOM("kỳ");

    private final String vietnamese;

    SnapshotKind(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    /** As in “báo cáo tháng”. */
    public String vietnamese() {
        return vietnamese;
    }
}
