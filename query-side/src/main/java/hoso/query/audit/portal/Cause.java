package hoso.query.audit.portal;

/** Why the national portal says otherwise than the ledger; the nearer causes first. */
public enum Cause {
    /** The last observation says that the portal does not have the dossier as it is here. */
    NOT_SYNCED("chưa đồng bộ"),
    /** A status that the portal showed was written over. */
    STATUS_REWRITTEN("trạng thái bị ghi đè"),
    /** The due date was extended here, and the portal goes by the one before. */
    EXTENDED("gia hạn chưa được ghi nhận"),
    /** The portal goes by the new appointment of an apology, which moves no due date. */
    RE_APPOINTED("hẹn lại được tính là thời hạn"),
    /** Time that the applicant took for a supplement is counted there. */
    PAUSE_NOT_SEEN("thời gian chờ bổ sung bị tính"),
    /** Time of a suspension is counted there: the portal's rule subtracts supplements alone. */
    SUSPENSION_NOT_SEEN("thời gian tạm dừng bị tính"),
    /** A second supplement request makes it overdue by the portal's rule. */
    SECOND_REQUEST("yêu cầu bổ sung lần hai"),
    /** A supplement request that was never answered ends it by the portal's rule. */
    UNANSWERED_REQUEST("yêu cầu bổ sung chưa được trả lời"),
    NEVER_CLOSED_THERE("chưa kết thúc trên Cổng"),
    CLOSED_LATER_THERE("kết thúc muộn hơn trên Cổng"),
    CLOSED_EARLIER_THERE("kết thúc sớm hơn trên Cổng"),
    CLOSED_THERE_ALONE("chỉ kết thúc trên Cổng"),
    OVERDUE_THERE_ALONE("chỉ quá hạn trên Cổng"),
    OVERDUE_HERE_ALONE("chỉ quá hạn tại hệ thống");

    private final String vietnamese;

    Cause(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }
}
