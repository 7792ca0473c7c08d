package hoso.command.intake;

import hoso.command.aggregate.Verdict;
import hoso.edge.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the verdicts on a batch or a stream. */
final class BulkAnswer implements BulkTally {

    /** Enough to find a mistake by; all are counted. */
    private static final int REJECTIONS_LISTED = 1_000;

    /** One refused line. */
    record Rejection(long line, @Nullable String id, String code, String detail) {}

    private final IntakeMeter meter;
    private final String publisher;
    private long accepted;
    private long duplicates;
    private long rejected;
    private long lastPosition;
    private long lastLine;
    private final List<Rejection> rejections = new ArrayList<>();

    /** @param publisher of all of it */
    BulkAnswer(IntakeMeter meter, String publisher) {
        this.meter = meter;
        this.publisher = publisher;
    }

    @Override
    public synchronized void count(Offer.Admitted offer, Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted taken -> {
                accepted++;
                lastPosition = Math.max(lastPosition, taken.position());
            }
            case Verdict.Duplicate known -> {
                duplicates++;
                lastPosition = Math.max(lastPosition, known.position());
            }
            case Verdict.Refused refused ->
                reject(
                        offer,
                        ProblemCode.ofRefusal(refused.refused().code().code()),
                        refused.refused().detail());
        }
        lastLine = offer.line();
    }

    @Override
    public synchronized void count(Offer.Refused refused) {
        reject(refused, refused.code(), refused.detail());
        lastLine = refused.line();
    }

    /** As the contract writes it. */
    synchronized Map<String, Object> asMap() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("accepted", accepted);
        answer.put("duplicates", duplicates);
        answer.put("rejected", rejected);
        answer.put("lastPosition", lastPosition);
        answer.put("lastLine", lastLine);
        answer.put("rejections", List.copyOf(rejections));
        return answer;
    }

    private void reject(Offer offer, ProblemCode code, String detail) {
        rejected++;
        meter.refused(code, publisher);
        if (rejections.size() < REJECTIONS_LISTED)
            rejections.add(new Rejection(offer.line(), offer.id(), code.code(), detail));
    }
}
