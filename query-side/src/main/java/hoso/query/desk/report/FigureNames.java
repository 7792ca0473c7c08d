package hoso.query.desk.report;

import hoso.query.desk.frame.Language;
import java.util.Map;

/** What the figures of a report are called. */
public final class FigureNames {

    private record Name(String vietnamese, String english) {}

    private static final Map<String, Name> CELLS = Map.ofEntries(
            name("received.total", "Tổng tiếp nhận", "Received"),
            name("received.new", "Mới tiếp nhận", "Newly received"),
            name("received.online", "Tiếp nhận trực tuyến", "Received online"),
            name("received.direct", "Tiếp nhận trực tiếp", "Received at the counter"),
            name("received.postal", "Tiếp nhận qua bưu chính", "Received by post"),
            name("received.carriedOver", "Kỳ trước chuyển qua", "Carried over"),
            name("resolved.total", "Đã giải quyết", "Resolved"),
            name("resolved.early", "Giải quyết trước hạn", "Resolved early"),
            name("resolved.onTime", "Giải quyết đúng hạn", "Resolved on time"),
            name("resolved.late", "Giải quyết quá hạn", "Resolved late"),
            name("resolved.approved", "Chấp thuận", "Approved"),
            name("resolved.rejected", "Không chấp thuận", "Rejected"),
            name("resolved.withdrawn", "Công dân rút", "Withdrawn"),
            name("resolved.declined", "Từ chối", "Declined"),
            name("pending.total", "Đang giải quyết", "Pending"),
            name("pending.notDue", "Đang giải quyết, trong hạn", "Pending, not due"),
            name("pending.overdue", "Đang giải quyết, quá hạn", "Pending, overdue"),
            name("pending.paused", "Đang tạm dừng", "Paused"),
            name("pending.dueWithin", "Sắp đến hạn", "Due soon"),
            name("portal.differs", "Cổng quốc gia cho kết quả khác", "The portal differs"),
            name("amounts.paidOnline", "Tiền nộp trực tuyến (đồng)", "Paid online (VND)"),
            name("amounts.onlinePayments", "Lượt nộp trực tuyến", "Online payments"),
            name("amounts.notifications", "Lượt thông báo", "Notifications"),
            name("petitions.received", "Phản ánh, kiến nghị tiếp nhận", "Petitions received"),
            name("petitions.regulation", "Phản ánh về quy định", "Petitions on regulations"),
            name("petitions.behaviour", "Phản ánh về hành vi", "Petitions on behaviour"),
            name("petitions.carriedOver", "Phản ánh kỳ trước chuyển qua", "Petitions carried over"),
            name("petitions.answered", "Phản ánh đã trả lời", "Petitions answered"),
            name("petitions.published", "Trả lời đã công khai", "Answers published"),
            name("petitions.pending", "Phản ánh đang xử lý", "Petitions pending"));

    private static final Map<String, Name> TAGS = Map.ofEntries(
            name("digitized", "Số hóa thành phần hồ sơ", "Components digitized"),
            name("reused", "Tái sử dụng dữ liệu", "Data reused"),
            name("feeRequired", "Có phí, lệ phí", "Fee required"),
            name("paidOnline", "Nộp trực tuyến", "Paid online"),
            name("resultElectronic", "Kết quả điện tử", "Electronic result"),
            name("resultDigitized", "Số hóa kết quả", "Result digitized"),
            name("returnedByPost", "Trả qua bưu chính", "Returned by post"),
            name("sameDay", "Trong ngày", "Same day"),
            name("apologised", "Đã xin lỗi", "Apologised"),
            name("promiseKept", "Giữ lời hẹn", "Promise kept"),
            name("portalObserved", "Có trên Cổng", "On the portal"),
            name("portalSynced", "Đồng bộ với Cổng", "Synced with the portal"),
            name("satisfied", "Hài lòng", "Satisfied"),
            name("rated", "Được đánh giá", "Rated"));

    private static final Map<String, Name> COHORTS = Map.ofEntries(
            name("inScope", "trong số tiếp nhận", "of those received"),
            name("new", "trong số mới", "of those new"),
            name("resolved", "trong số đã giải quyết", "of those resolved"));

    private FigureNames() {}

    private static Map.Entry<String, Name> name(String cell, String vietnamese, String english) {
        return Map.entry(cell, new Name(vietnamese, english));
    }

    /** Its own name where it has no other. */
    public static String of(String cell, Language language) {
        Name known = CELLS.get(cell);
        if (known != null) return language.say(known.vietnamese(), known.english());
        String[] parts = cell.split("\\.", -1);
        Name tag = parts.length == 3 && parts[0].equals("tags") ? TAGS.get(parts[1]) : null;
        Name cohort = tag == null ? null : COHORTS.get(parts[2]);
        return tag == null || cohort == null
                ? cell
                : language.say(tag.vietnamese() + ", " + cohort.vietnamese(), tag.english() + ", " + cohort.english());
    }
}
