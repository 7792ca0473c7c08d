package hoso.query.desk.dossier;

import hoso.query.desk.frame.Frame;

/** What the types of a dossier's events are called. */
public final class FactKinds {

    private FactKinds() {}

    /** @param type as {@code hoso.dossier.received.v1} */
    public static String name(String type, Frame frame) {
        return switch (type) {
            case "hoso.dossier.received.v1" -> frame.say("tiếp nhận", "received");
            case "hoso.dossier.components-digitized.v1" -> frame.say("số hóa thành phần", "components digitized");
            case "hoso.dossier.data-reused.v1" -> frame.say("tái sử dụng dữ liệu", "data reused");
            case "hoso.dossier.supplement-requested.v1" -> frame.say("yêu cầu bổ sung", "supplement requested");
            case "hoso.dossier.supplement-received.v1" -> frame.say("nhận bổ sung", "supplement received");
            case "hoso.dossier.suspended.v1" -> frame.say("tạm dừng", "suspended");
            case "hoso.dossier.resumed.v1" -> frame.say("tiếp tục", "resumed");
            case "hoso.dossier.due-date-extended.v1" -> frame.say("gia hạn", "due date extended");
            case "hoso.dossier.fee-requested.v1" -> frame.say("yêu cầu nộp phí", "fee requested");
            case "hoso.dossier.fee-paid.v1" -> frame.say("nộp phí", "fee paid");
            case "hoso.dossier.forwarded.v1" -> frame.say("chuyển xử lý", "forwarded");
            case "hoso.dossier.resolved.v1" -> frame.say("giải quyết xong", "resolved");
            case "hoso.dossier.withdrawn.v1" -> frame.say("công dân rút", "withdrawn");
            case "hoso.dossier.declined.v1" -> frame.say("từ chối", "declined");
            case "hoso.dossier.result-issued.v1" -> frame.say("cấp kết quả", "result issued");
            case "hoso.dossier.result-digitized.v1" -> frame.say("số hóa kết quả", "result digitized");
            case "hoso.dossier.result-returned.v1" -> frame.say("trả kết quả", "result returned");
            case "hoso.dossier.apology-issued.v1" -> frame.say("thư xin lỗi", "apology issued");
            case "hoso.dossier.notified.v1" -> frame.say("thông báo", "notified");
            case "hoso.dossier.satisfaction-rated.v1" -> frame.say("đánh giá hài lòng", "satisfaction rated");
            case "hoso.dossier.portal-status-observed.v1" ->
                frame.say("trạng thái trên Cổng", "portal status observed");
            case "hoso.dossier.corrected.v1" -> frame.say("đính chính", "corrected");
            case "hoso.dossier.voided.v1" -> frame.say("hủy", "voided");
            case "hoso.dossier.clock-redecided.v1" -> frame.say("tính lại hạn", "clock decided anew");
            case "hoso.dossier.texts-erased.v1" -> frame.say("xóa văn bản", "texts erased");
            case "hoso.dossier.disputed.v1" -> frame.say("khiếu nại", "disputed");
            case "hoso.dossier.dispute-ruled.v1" -> frame.say("kết luận khiếu nại", "dispute ruled");
            default -> type;
        };
    }
}
