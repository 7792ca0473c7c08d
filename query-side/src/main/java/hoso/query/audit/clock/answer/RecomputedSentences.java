package hoso.query.audit.clock.answer;

import static hoso.query.wording.Vietnamese.date;
import static hoso.query.wording.Vietnamese.time;

import hoso.query.audit.clock.Recomputation;
import hoso.query.audit.clock.Recomputation.Reason;
import hoso.vocabulary.Timeliness;
import java.util.ArrayList;
import java.util.List;

/** What the calendars and procedures of today would lead to, where that is something else, and why; in Vietnamese. */
record RecomputedSentences(Recomputation recomputation) {

    List<String> all() {
        if (recomputation.differences().isEmpty()) return List.of();
        List<String> sentences = new ArrayList<>();
        Timeliness timeliness = recomputation.history().standing().timeliness();
        sentences.add("Nếu tính lại sự việc đã ghi nhận theo lịch làm việc và thủ tục hiện nay thì hạn là "
                + time(recomputation.history().dueAt())
                + (timeliness == null ? "" : ", kết quả " + name(timeliness))
                + "; quyết định đã ghi vẫn giữ nguyên cho đến khi được tính lại.");
        recomputation.reasons().forEach(reason -> sentences.add("– " + why(reason)));
        return sentences;
    }

    private static String why(Reason reason) {
        return switch (reason) {
            case Reason.Calendar calendar ->
                "Lịch làm việc năm %d được công bố lúc %s (vị trí %d), sau khi hạn đã được tính."
                        .formatted(
                                calendar.year(),
                                time(calendar.published().recordedAt()),
                                calendar.published().position());
            case Reason.Procedure procedure ->
                "Thủ tục có phiên bản khác có hiệu lực từ %s, công bố sau khi tiếp nhận (khi đó theo phiên bản từ %s)."
                        .formatted(
                                date(procedure.now().version()),
                                date(procedure.recorded().version()));
            case Reason.Unexplained unexplained ->
                "Lịch làm việc và thủ tục biết khi đó không cho kết quả đã ghi: cần kiểm tra lại dữ liệu đã ghi.";
        };
    }

    private static String name(Timeliness timeliness) {
        return switch (timeliness) {
            case EARLY -> "trước hạn";
            case ON_TIME -> "đúng hạn";
            case LATE -> "trễ hạn";
        };
    }
}
