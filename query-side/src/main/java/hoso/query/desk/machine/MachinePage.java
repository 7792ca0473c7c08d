package hoso.query.desk.machine;

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
            case "load" -> frame.say("Đang phục vụ", "What is being answered");
            default -> "";
        };
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
