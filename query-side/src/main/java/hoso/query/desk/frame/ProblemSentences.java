package hoso.query.desk.frame;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences on refused requests that people meet at the desk, in Vietnamese. Any other has none. */
final class ProblemSentences {

    /** In a sentence, one of the names of {@link #FIELDS}; in its pattern, what stands there. */
    private static final String FIELD = "<field>";

    /** Where a Vietnamese sentence has the field, or a group of the English one. */
    private static final Pattern PLACE = Pattern.compile("\\{(field|\\d)}");

    /**
     * @param vietnamese with the groups of the English one as {@code {1}}, {@code {2}}, and its field as {@code {field}}
     */
    record Sentence(Pattern english, String vietnamese) {

        static Sentence of(String english, String vietnamese) {
            return new Sentence(Pattern.compile(english.replace(FIELD, "(?<field>\\S+)")), vietnamese);
        }

        Optional<String> told(String detail) {
            Matcher said = english.matcher(detail);
            return said.matches()
                    ? Optional.of(PLACE.matcher(vietnamese)
                            .replaceAll(place -> Matcher.quoteReplacement(at(place.group(1), said))))
                    : Optional.empty();
        }

        /** What was typed stays as it is; a group of another way to say it is none. */
        private static String at(String place, Matcher said) {
            if (place.equals("field")) return named(said.group("field"));
            String group = said.group(Integer.parseInt(place));
            return group == null ? "" : group;
        }

        private static String named(String field) {
            String property = field.substring(field.lastIndexOf('.') + 1);
            return FIELDS.getOrDefault(field, PropertyNames.of(property, Language.VI));
        }
    }

    /** Of questions, and of data that is no fact's, as forms call them. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            entry("unit", "Đơn vị"),
            entry("from", "Ngày đầu kỳ"),
            entry("to", "Ngày cuối kỳ"),
            entry("of", "Kỳ"),
            entry("preset", "Loại kỳ"),
            entry("kind", "Loại báo cáo"),
            entry("by", "Cách chia"),
            entry("sort", "Cách xếp"),
            entry("ngay", "Ngày của cây đơn vị"),
            entry("tree", "Ngày của cây đơn vị"),
            entry("asOf", "Như đã biết đến"),
            entry("at", "Thời điểm xét"),
            entry("minPosition", "Số sự kiện chờ đến"),
            entry("data.authority", "Thẩm quyền"),
            entry("data.verdict", "Phán quyết"),
            entry("data.hours", "Giờ làm việc"),
            entry("data.holidays", "Ngày nghỉ"),
            entry("data.makeUpDays", "Ngày làm bù"));

    private static final List<Sentence> SENTENCES = List.of(
            // a question on a unit and a period
            Sentence.of(
                    "nobody has registered the unit (.+)",
                    "Đến thời điểm được hỏi, hệ thống chưa ghi nhận đơn vị nào mã {1}"),
            Sentence.of(
                    "of names no such period, as .+ do: (.*)",
                    "“{1}” không phải tên một kỳ; tên kỳ viết như 2024-03, 2024-Q1, 2024-H1 hoặc 2024"),
            Sentence.of("the period has not begun", "Kỳ này chưa bắt đầu"),
            Sentence.of("from lies after to|from is after to", "Ngày đầu kỳ sau ngày cuối kỳ"),
            Sentence.of("at lies before from", "Thời điểm xét ở trước ngày đầu kỳ"),
            Sentence.of("the period is longer than (\\d+) years", "Kỳ dài hơn {1} năm"),
            Sentence.of("the period is longer than (\\d+) days", "Kỳ dài hơn {1} ngày"),
            Sentence.of("asOf lies above the head", "Sổ cái chưa có đến sự kiện số đó"),
            Sentence.of(
                    "asOf lies less than (\\d+) s back",
                    "Chỉ xem lại được những gì đã biết từ {1} giây trước trở về trước; để xem bây giờ hãy để trống ô đó"),
            Sentence.of(
                    "together the periods have more than (\\d+) groups: .+",
                    "Các kỳ có tất cả hơn {1} dòng: hãy hỏi ít kỳ hơn, hoặc theo cách chia có ít dòng hơn"),
            Sentence.of("so many periods are longer than (\\d+) years", "Từng ấy kỳ dài hơn {1} năm"),
            Sentence.of("no report has a cell (.+)|there is no cell (.+)", "Báo cáo không có ô nào tên là {1}{2}"),
            Sentence.of("there is no such list of work", "Không có danh sách việc nào tên như vậy"),
            // what is looked for
            Sentence.of("no dossier is called (.+)|there is no dossier (.+)", "Không có hồ sơ nào mã “{1}{2}”"),
            Sentence.of(
                    "at lies before the receipt of the dossier: it has no clock then",
                    "Vào thời điểm xét hồ sơ chưa được tiếp nhận, nên chưa có hạn"),
            Sentence.of("there is nothing at this address|No endpoint \\S+ .+\\.", "Không có trang nào ở địa chỉ này"),
            Sentence.of("Method '\\S+' is not supported\\.", "Trang này không nhận cách gọi đó"),
            Sentence.of(
                    "after is not the next of a page|after belongs to another list",
                    "Trang sau không thuộc danh sách này"),
            Sentence.of(
                    "there is no such snapshot, or no such form of one",
                    "Không có báo cáo đã chốt nào như vậy, hoặc không có văn bản dạng đó"),
            Sentence.of("a snapshot is answered as .+", "Báo cáo đã chốt chỉ có các dạng .docx, .xlsx, .csv"),
            // who asks
            Sentence.of("nobody is signed in", "Chưa có ai đăng nhập"),
            Sentence.of(
                    "the form is not one of this session: open the page again",
                    "Biểu mẫu không thuộc phiên làm việc này: hãy mở lại trang"),
            Sentence.of("this needs the scope (.+)", "Việc này cần quyền {1}"),
            Sentence.of(
                    "the token does not (?:give the right to this|cover what is asked about)",
                    "Tài khoản không được giao đơn vị hoặc quyền này"),
            Sentence.of("an unexpected failure, logged here as (.+)", "Lỗi không lường trước, đã ghi với mã {1}"),
            Sentence.of("no right to the unit|no right to the root of a tree", "Tài khoản không được giao đơn vị này"),
            Sentence.of(
                    "a calendar holds for all units, and needs the right to their root",
                    "Lịch áp dụng cho mọi đơn vị, nên cần quyền ở đơn vị gốc"),
            Sentence.of(
                    "the holder may publish under no source at all", "Tài khoản không được gửi sự kiện từ nguồn nào"),
            // fields of forms
            Sentence.of("no day, as 30/04/2026 is one: (.*)", "“{1}” không phải là ngày; ngày viết như 30/04/2026"),
            Sentence.of(
                    "no time: (.*)|(?:\\S+) is no time of RFC 3339 .+: (.*)",
                    "“{1}{2}” không phải là thời điểm; thời điểm viết như 17:00 20/03/2024"),
            Sentence.of(
                    "<field> is no date YYYY-MM-DD between (\\d+) and (\\d+): (.*)",
                    "{field}: “{4}” không phải là ngày từ năm {2} đến năm {3}"),
            Sentence.of("<field> is no code: (.*)", "{field}: “{2}” không phải là mã"),
            Sentence.of("<field> is missing", "{field} còn để trống"),
            Sentence.of("<field> is empty", "{field} còn để trống"),
            Sentence.of("<field> is none of (.+): (.*)", "{field}: “{3}” không phải là một trong {2}"),
            Sentence.of("<field> is no whole number.*", "{field} phải là một số nguyên"),
            Sentence.of("<field> is no position: (.*)", "{field}: “{2}” không phải là số sự kiện"),
            Sentence.of("<field> is longer than (\\d+) characters", "{field} dài hơn {2} ký tự"),
            Sentence.of(
                    "<field> has (\\d+) characters, not 1 to (\\d+)", "{field} có {2} ký tự; được từ 1 đến {3} ký tự"),
            Sentence.of("<field> is (-?\\d+), not between (-?\\d+) and (\\d+)", "{field} là {2}; phải từ {3} đến {4}"),
            Sentence.of("<field> is no random UUID", "{field} phải là một mã ngẫu nhiên (UUID)"),
            Sentence.of("since (\\S+) is not before the event's time (\\S+)", "Dừng từ {1}, không trước thời điểm {2}"),
            Sentence.of("promisedAt (\\S+) is not after the apology (\\S+)", "Hẹn trả {1}, không sau thư xin lỗi {2}"),
            Sentence.of("dueAt (\\S+) is not after the receipt (\\S+)", "Hạn {1} không sau lúc tiếp nhận {2}"),
            Sentence.of(
                    "dueAt (\\S+) is more than (\\d+) years after the receipt",
                    "Hạn {1} hơn {2} năm sau lúc tiếp nhận"),
            Sentence.of("a year is a number from (\\d+) to (\\d+)", "Năm là một số từ {1} đến {2}"),
            Sentence.of(
                    "<field> has no time HH:MM: (.*)",
                    "{field}: “{2}” không phải là giờ; giờ viết như 07:30-11:30, 13:00-17:00"),
            Sentence.of("<field>: span from (\\S+) not before (\\S+)", "{field}: {2} không trước {3}"),
            Sentence.of("<field> must be pairs of times", "{field} phải là từng cặp giờ, như 07:30-11:30, 13:00-17:00"),
            Sentence.of("<field> has (\\d+) spans, not 1 to (\\d+)", "{field} có {2} khoảng; được từ 1 đến {3} khoảng"),
            Sentence.of(
                    "<field> are not ordered and disjoint",
                    "{field}: các khoảng phải nối tiếp nhau, không chồng lên nhau"),
            Sentence.of("a day of the calendar lies outside (\\d+)", "Có ngày của lịch không thuộc năm {1}"),
            Sentence.of(
                    "the calendar leaves (\\d+) working days, not at least (\\d+)",
                    "Lịch chỉ còn {1} ngày làm việc; phải có ít nhất {2} ngày"),
            // what is entered, against what is known
            Sentence.of(
                    "nothing was changed: neither the time nor any field",
                    "Chưa sửa gì: cả thời điểm lẫn các mục đều như cũ"),
            Sentence.of(
                    "somebody corrected or voided this fact since the form was opened: open it again",
                    "Từ khi mở biểu mẫu này đã có người sửa hoặc hủy sự kiện: hãy mở lại"),
            Sentence.of(
                    "a later fact ends this pause, and would end nothing: void that one first",
                    "Một sự kiện về sau kết thúc lần tạm dừng này và sẽ không còn gì để kết thúc: hãy hủy sự kiện đó trước"),
            Sentence.of(
                    "then what happened at (\\S+) could not have been", "Khi đó việc xảy ra lúc {1} đã không thể có"),
            Sentence.of(
                    "it does not go with what is known to have happened at (\\S+)",
                    "Không khớp với việc đã ghi nhận lúc {1}"),
            Sentence.of("it happened before the dossier was received", "Việc này ở trước lúc tiếp nhận hồ sơ"),
            Sentence.of("the dossier had been closed", "Lúc đó hồ sơ đã kết thúc"),
            Sentence.of("the dossier was in a pause", "Lúc đó hồ sơ đang tạm dừng"),
            Sentence.of("there is no pause that it ends", "Không có lần tạm dừng nào để kết thúc"),
            Sentence.of("the due instant had passed", "Lúc đó hạn đã qua"),
            Sentence.of("the dossier is due as late already", "Hạn hiện tại đã muộn bằng hoặc hơn thế"),
            Sentence.of(
                    "the dossier was not closed when the result is said to be returned",
                    "Lúc trả kết quả hồ sơ chưa kết thúc"),
            Sentence.of("the dossier was not late", "Hồ sơ không trễ hạn"),
            Sentence.of(
                    "the dossier has no such fact, or none that can be corrected",
                    "Hồ sơ không có sự kiện này, hoặc không còn sửa được"),
            Sentence.of(
                    "no fact of the dossier that stands has the position (.+)",
                    "Ở vị trí {1} không còn sự kiện nào sửa hay hủy được: có thể người khác vừa sửa hoặc hủy nó"),
            Sentence.of("without its receipt there is no dossier", "Bỏ việc tiếp nhận thì không còn hồ sơ"),
            Sentence.of(
                    "an extension at (\\S+) to (\\S+) does not fit what was due at (\\S+)",
                    "Gia hạn lúc {1} đến {2} không khớp với hạn khi đó là {3}"),
            Sentence.of("the dossier has no such dispute", "Hồ sơ không có khiếu nại này"),
            Sentence.of(
                    "the dossier has as many facts as one may have", "Hồ sơ đã có đủ số sự kiện mà một hồ sơ được có"),
            Sentence.of("no such unit has been registered", "Chưa có đơn vị nào mã như vậy"),
            Sentence.of("no such procedure has been published", "Chưa có thủ tục nào mã như vậy"),
            Sentence.of(
                    "nothing can be entered here: the command side runs elsewhere",
                    "Không nhập được ở đây: phần ghi sự kiện chạy ở nơi khác"),
            // frozen reports
            Sentence.of(
                    "dossiers of the subtree are parked: the report would miss events of theirs",
                    "Có hồ sơ của đơn vị đang bị gác lại: báo cáo sẽ thiếu sự kiện của chúng"),
            Sentence.of("kind is not that of the preset", "Loại báo cáo không phải của loại kỳ đã chọn"),
            Sentence.of("the report is signed already", "Báo cáo đã được ký"),
            Sentence.of("another replay runs", "Đang có một lần tính lại khác"),
            Sentence.of(
                    "the snapshot is no longer what was frozen: replay it",
                    "Báo cáo không còn như lúc chốt: hãy tính lại từ đầu"),
            // what passes
            Sentence.of("the read side has not reached the position asked for", "Sổ cái chưa đọc đến sự kiện được chờ"),
            Sentence.of("the database is not available now", "Cơ sở dữ liệu tạm thời không trả lời"),
            Sentence.of("the service is being stopped", "Hệ thống đang dừng"),
            Sentence.of(
                    "the issuer that people sign in with does not answer now",
                    "Nơi cấp tài khoản tạm thời không trả lời"),
            Sentence.of(
                    "too many workbooks are being written at once", "Đang có quá nhiều bảng tính được ghi cùng lúc"));

    private ProblemSentences() {}

    static List<Sentence> all() {
        return SENTENCES;
    }

    /** What an English sentence says; empty where that is not known. */
    static Optional<String> vietnamese(String detail) {
        return SENTENCES.stream()
                .flatMap(sentence -> sentence.told(detail).stream())
                .findFirst();
    }
}
