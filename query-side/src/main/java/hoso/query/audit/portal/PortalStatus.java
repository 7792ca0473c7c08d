package hoso.query.audit.portal;

/** The statuses that the national portal gives a dossier, in the order of their numbers, from 1. */
public enum PortalStatus {
    NEWLY_REGISTERED("mới đăng ký", "newly registered", false, false),
    ACCEPTED("được tiếp nhận", "accepted", false, false),
    NOT_ACCEPTED("không được tiếp nhận", "not accepted", true, false),
    PROCESSING("đang xử lý", "processing", false, false),
    SUPPLEMENT_REQUESTED("yêu cầu bổ sung giấy tờ", "supplement requested", false, true),
    FEE_REQUESTED("yêu cầu thực hiện nghĩa vụ tài chính", "financial obligation", false, true),
    WITHDRAWN("công dân yêu cầu rút hồ sơ", "withdrawn", true, false),
    /** Scored as an end, and shown among those that wait. */
    STOPPED("dừng xử lý", "stopped", true, true),
    PROCESSED("đã xử lý xong", "processed", true, false),
    RESULT_RETURNED("đã trả kết quả", "result returned", true, false);

    private final String vietnamese;
    private final String english;
    private final boolean ends;
    private final boolean waits;

    PortalStatus(String vietnamese, String english, boolean ends, boolean waits) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.ends = ends;
        this.waits = waits;
    }

    /**
     * @param number 1…10
     */
    public static PortalStatus of(int number) {
        return values()[number - 1];
    }

    /** 1…10, as it is observed. */
    public int number() {
        return ordinal() + 1;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** Whether the processing has ended with it, as the portal scores. */
    public boolean ends() {
        return ends;
    }

    /** Whether the portal shows it among the dossiers whose clock stands still. */
    public boolean waits() {
        return waits;
    }
}
