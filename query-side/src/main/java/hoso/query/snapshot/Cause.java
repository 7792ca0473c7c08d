package hoso.query.snapshot;

/** Why a figure is no longer what it was when it was frozen. */
public enum Cause {
    /** A fact of the dossier's clock, a payment, a notice or a petition's fact that was published after the freezing. */
    LATE_FACT("ghi nhận muộn"),
    /** What marks the dossier was published after: digitized, paid online, rated, shown on the portal. */
    LATE_TAG("bổ sung thông tin muộn"),
    CORRECTION("đính chính"),
    VOID("hủy bỏ"),
    /** The clock was decided anew, as after a calendar that came late. */
    REDECISION("quyết định lại thời hạn"),
    /** A unit was registered, moved or merged, and dossiers are counted elsewhere in the tree. */
    UNIT_MOVED("thay đổi tổ chức"),
    /** Another edition of the ledger's rules counts otherwise. */
    EDITION("quy tắc tính mới"),
    /** No event moved it: the books, the log or the snapshot are not what they were. */
    UNEXPLAINED("chưa rõ nguyên nhân");

    private final String vietnamese;

    Cause(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }
}
