package hoso.query.audit.wording;

import hoso.event.Amendment;
import hoso.event.ClockFact;
import hoso.event.DossierFact;
import hoso.event.Note;
import hoso.event.OtherFact;
import hoso.query.audit.portal.PortalStatus;
import hoso.vocabulary.Outcome;

/** What happened, in a few words that begin with a small letter. */
public final class FactNames {

    private FactNames() {}

    public static String of(DossierFact fact) {
        return switch (fact) {
            case ClockFact clock -> clock(clock);
            case OtherFact other -> other(other);
            case Amendment.Corrected corrected -> "đính chính thông tin đã ghi";
            case Amendment.Voided voided -> "hủy thông tin đã ghi";
            case Amendment.ClockRedecided redecided -> "tính lại hạn";
            case Note.Disputed disputed -> "khiếu nại";
            case Note.DisputeRuled ruled ->
                ruled.verdict() == Note.Verdict.UPHELD ? "chấp nhận khiếu nại" : "không chấp nhận khiếu nại";
            case Note.TextsErased erased -> "xóa nội dung văn bản ghi kèm";
        };
    }

    private static String clock(ClockFact fact) {
        return switch (fact) {
            case ClockFact.Received received -> "tiếp nhận hồ sơ";
            case ClockFact.SupplementRequested requested -> "yêu cầu bổ sung hồ sơ";
            case ClockFact.SupplementReceived received -> "nhận hồ sơ bổ sung";
            case ClockFact.Suspended suspended -> "tạm dừng giải quyết";
            case ClockFact.Resumed resumed -> "tiếp tục giải quyết";
            case ClockFact.DueDateExtended extended -> "gia hạn";
            case ClockFact.Resolved resolved ->
                resolved.outcome() == Outcome.APPROVED
                        ? "giải quyết xong, chấp thuận"
                        : "giải quyết xong, không chấp thuận";
            case ClockFact.Withdrawn withdrawn -> "người nộp rút hồ sơ";
            case ClockFact.Declined declined -> "từ chối giải quyết";
        };
    }

    private static String other(OtherFact fact) {
        return switch (fact) {
            case OtherFact.ComponentsDigitized digitized -> "số hóa thành phần hồ sơ";
            case OtherFact.DataReused reused -> "tái sử dụng dữ liệu đã số hóa";
            case OtherFact.FeeRequested requested -> "yêu cầu nộp phí, lệ phí";
            case OtherFact.FeePaid paid ->
                paid.method() == OtherFact.PaymentMethod.ONLINE
                        ? "nộp phí, lệ phí trực tuyến"
                        : "nộp phí, lệ phí tại quầy";
            case OtherFact.Forwarded forwarded -> "chuyển hồ sơ đến " + forwarded.holder();
            case OtherFact.ResultIssued issued -> issued.electronic() ? "cấp kết quả điện tử" : "cấp kết quả bản giấy";
            case OtherFact.ResultDigitized digitized -> "số hóa kết quả";
            case OtherFact.ResultReturned returned -> "trả kết quả";
            case OtherFact.ApologyIssued apology -> "gửi thư xin lỗi số " + apology.letterNo();
            case OtherFact.Notified notified -> "thông báo cho người nộp";
            case OtherFact.SatisfactionRated rated ->
                rated.satisfied() ? "người nộp đánh giá hài lòng" : "người nộp đánh giá không hài lòng";
            case OtherFact.PortalStatusObserved observed ->
                "Cổng Dịch vụ công quốc gia hiển thị trạng thái " + observed.status() + " ("
                        + PortalStatus.of(observed.status()).vietnamese() + ")"
                        + (observed.synced() ? "" : ", chưa đồng bộ");
        };
    }
}
