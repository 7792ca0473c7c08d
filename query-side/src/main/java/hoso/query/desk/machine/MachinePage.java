package hoso.query.desk.machine;

import static java.util.Map.entry;

import hoso.edge.measure.Metric;
import hoso.query.desk.ask.Answer;
import hoso.query.desk.frame.Frame;
import java.util.List;
import java.util.Map;

/**
 * The machine as its page shows it.
 *
 * @param status as {@code /status} answers it
 * @param counted whether refusals are counted in this process: they are where the command side runs
 * @param refusals events refused since the program started, by code and publisher, the most first
 * @param inbound messages of each publisher's topic since then, by what became of them
 * @param disks of each folder of this machine that something is kept in
 * @param publishers with their silence, as {@code /audit/gaps} answers it, the most silent first
 * @param origins holes in what has landed of each, where origins are rolled up
 */
public record MachinePage(
        Answer status,
        boolean counted,
        List<Refusal> refusals,
        Map<String, Map<String, Long>> inbound,
        List<Disk> disks,
        List<Answer> publishers,
        List<Answer> origins) {

    static final String PATH = "/may";

    /** The members of the status that are shown as they are, in folds; the others are tiles and tables. */
    public static final List<String> PARTS = List.of("writes", "publish", "heads", "snapshots", "load");

    public static String partName(String part, Frame frame) {
        return switch (part) {
            case "writes" -> frame.say("Việc ghi sự kiện", "The writing of events");
            case "publish" -> frame.say("Việc đăng lên Kafka", "The publishing to Kafka");
            case "heads" -> frame.say("Các đầu chuỗi đã ký", "The signed heads");
            case "snapshots" -> frame.say("Chuỗi báo cáo đã chốt", "The chain of frozen reports");
            case "load" -> frame.say("Việc nạp sự kiện khi khởi động", "The loading of events at the start");
            default -> "";
        };
    }

    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            entry("served", List.of("Nhận sự kiện", "Takes events")),
            entry("topic", List.of("Topic của Kafka", "Topic of Kafka")),
            entry("origin", List.of("Nơi gửi", "Origin")),
            entry("state", List.of("Trạng thái", "State")),
            entry("position", List.of("Đã đăng đến số", "Published up to")),
            entry("head", List.of("Kho đến số", "Store up to")),
            entry("drained", List.of("Đã đăng hết", "All is published")),
            entry("key", List.of("Khóa ký", "Key")),
            entry("size", List.of("Ký đến số", "Signed up to")),
            entry("root", List.of("Gốc của cây băm", "Root of the hash tree")),
            entry("signedAt", List.of("Ký lúc", "Signed at")),
            entry("published", List.of("Đã đăng", "Published")),
            entry("reason", List.of("Lý do", "Reason")),
            entry("rows", List.of("Số báo cáo trong chuỗi", "Reports in the chain")),
            entry("headsBehind", List.of("Đầu chuỗi chưa kịp ký", "Heads are behind")),
            entry("done", List.of("Đã nạp", "Loaded")),
            entry("total", List.of("Tất cả", "Of")),
            entry("shown", List.of("Diễn lại đến", "Told up to")),
            entry("perSecond", List.of("Sự kiện mỗi giây", "Events a second")),
            entry("secondsLeft", List.of("Giây còn lại", "Seconds left")));

    /** A member of a part; by its own name where it has no other. */
    public static String fieldName(String member, Frame frame) {
        List<String> names = FIELDS.getOrDefault(member, List.of(member, member));
        return frame.say(names.getFirst(), names.getLast());
    }

    /** A value of a part: times, numbers and flags as people write them. */
    public static String told(Answer value, Frame frame) {
        if (value.json().isBoolean()) return value.flag("") ? frame.say("có", "yes") : frame.say("không", "no");
        if (value.json().isIntegralNumber()) return frame.format().number(value.number(""));
        return value.json().isString() ? frame.format().timeIn(value.text("")) : value.toString();
    }

    /** There may be a thousand; nobody reads on from here, and Prometheus has them all. */
    private static final int REFUSALS_SHOWN = 50;

    /** How often a publisher was refused by a code. */
    public record Refusal(String code, String publisher, long count) {

        public String publisherName(Frame frame) {
            return publisher.equals(Metric.OTHERS) ? frame.say("các nơi khác", "others") : publisher;
        }
    }

    public List<Refusal> mostRefusals() {
        return refusals.subList(0, Math.min(refusals.size(), REFUSALS_SHOWN));
    }

    public int refusalsLeftOut() {
        return refusals.size() - mostRefusals().size();
    }

    /**
     * @param freeBytes that may still be written
     */
    public record Disk(String folder, long freeBytes, long sizeBytes) {

        public long freePercent() {
            return sizeBytes == 0 ? 0 : freeBytes * 100 / sizeBytes;
        }

        public boolean isNarrow() {
            return freePercent() < 10;
        }
    }

    public boolean isRebuilding() {
        return status.flag("rebuild.running");
    }
}
