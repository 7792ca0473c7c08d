package hoso.query.desk.frame;

import hoso.edge.ProblemCode;

/** What went wrong, in words for who sits at the desk. */
final class ProblemTitles {

    private ProblemTitles() {}

    static String of(ProblemCode code, Language language) {
        return language == Language.EN ? code.title() : vietnamese(code);
    }

    private static String vietnamese(ProblemCode code) {
        return switch (code) {
            case MALFORMED -> "Yêu cầu không đúng dạng";
            case UNKNOWN_TYPE -> "Không có loại sự kiện này";
            case UNKNOWN_PROPERTY -> "Dữ liệu có trường không được biết";
            case UNAUTHORIZED -> "Cần đăng nhập";
            case FORBIDDEN -> "Không có quyền xem hoặc làm việc này";
            case NOT_FOUND -> "Không có gì ở địa chỉ này";
            case NO_SUCH_UNIT, UNKNOWN_UNIT -> "Không có đơn vị này";
            case NO_SUCH_DOSSIER, UNKNOWN_DOSSIER -> "Không có hồ sơ này";
            case METHOD -> "Địa chỉ này không nhận cách gọi đó";
            case NOT_ACCEPTABLE -> "Không có dạng trả lời được yêu cầu";
            case STALLED -> "Việc gửi bị ngừng giữa chừng";
            case ID_REUSED -> "Mã sự kiện đã dùng cho nội dung khác";
            case VOIDED -> "Sự kiện đã bị hủy";
            case ALREADY_RECEIVED -> "Hồ sơ đã được tiếp nhận";
            case BEFORE_RECEIPT -> "Thời điểm trước khi tiếp nhận";
            case ALREADY_CLOSED -> "Hồ sơ đã kết thúc";
            case ALREADY_PAUSED -> "Hồ sơ đang tạm dừng";
            case NOT_PAUSED -> "Không có lần tạm dừng phù hợp";
            case NOT_CLOSED -> "Hồ sơ chưa kết thúc";
            case NOT_LATE -> "Hồ sơ không trễ hạn";
            case PAST_DUE -> "Hạn giải quyết đã qua";
            case NOT_LATER -> "Hạn mới không muộn hơn hạn cũ";
            case ALREADY_ANSWERED -> "Phản ánh đã được trả lời";
            case NOT_ANSWERED -> "Phản ánh chưa được trả lời";
            case ALREADY_PUBLISHED -> "Trả lời đã được công khai";
            case CONTRADICTS_HISTORY -> "Mâu thuẫn với những gì đã ghi nhận";
            case TOO_MANY_FACTS -> "Hồ sơ đã đủ số sự kiện cho phép";
            case PARKED -> "Có hồ sơ đang bị gác lại";
            case IN_THE_FUTURE -> "Thời điểm ở tương lai";
            case TOO_LARGE -> "Yêu cầu quá lớn";
            case MEDIA_TYPE -> "Không nhận dạng dữ liệu này";
            case UNKNOWN_PROCEDURE -> "Không có thủ tục này";
            case UNKNOWN_PETITION -> "Không có phản ánh này";
            case UNKNOWN_FACT -> "Không có sự kiện này";
            case INTERNAL -> "Có lỗi ở phía hệ thống";
            case UNAVAILABLE -> "Hệ thống tạm thời chưa trả lời được";
            case NOT_YET -> "Sổ cái chưa đọc đến vị trí này";
        };
    }

    /** What to do about it. */
    static String advice(ProblemCode code, Language language) {
        return switch (code) {
            case FORBIDDEN ->
                language.say(
                        "Tài khoản chỉ xem được đơn vị được giao. Người quản trị có thể cấp thêm quyền.",
                        "This account sees the units it was given. An administrator can give it more.");
            case UNAUTHORIZED ->
                language.say("Phiên làm việc đã hết hoặc chưa bắt đầu.", "The session has ended, or has not begun.");
            case UNAVAILABLE, NOT_YET, STALLED ->
                language.say("Hãy thử lại sau ít giây.", "Try again in a few seconds.");
            case NO_SUCH_DOSSIER, NO_SUCH_UNIT, NOT_FOUND ->
                language.say("Hãy kiểm tra lại mã hoặc địa chỉ.", "Check the code or the address.");
            case INTERNAL ->
                language.say(
                        "Sự cố đã được ghi vào nhật ký. Hãy báo người quản trị kèm mã dưới đây.",
                        "It is on record. Tell an administrator, with the id below.");
            default -> "";
        };
    }
}
