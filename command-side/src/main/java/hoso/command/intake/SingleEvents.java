package hoso.command.intake;

import hoso.command.aggregate.ChunkPipeline;
import hoso.command.aggregate.Judging;
import hoso.command.aggregate.Verdict;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Caller;
import hoso.edge.DirectEndpoint;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.Stream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Takes events one by one: each is answered when it is durable, or refused. */
class SingleEvents implements DirectEndpoint, AutoCloseable {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Admission admission;
    private final Judging judging;
    private final IntakeMeter meter;
    private final Gathering gathering;

    SingleEvents(Admission admission, Judging judging, IntakeMeter meter) {
        this.admission = admission;
        this.judging = judging;
        this.meter = meter;
        this.gathering = new Gathering(new ChunkPipeline(judging));
    }

    @Override
    public String path() {
        return EventController.PATH;
    }

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public byte[] answer(byte[] body, Caller caller) {
        return JSON.writeValueAsBytes(take(body, caller));
    }

    /** @throws Problem where the event is refused */
    Map<String, Object> take(byte[] body, Caller caller) {
        return meter.timed(Door.SINGLE, () -> judged(body, caller));
    }

    private Map<String, Object> judged(byte[] body, Caller caller) {
        return switch (admission.admit(1, body, caller)) {
            case Offer.Refused refused -> throw refusal(caller, refused.code(), refused.detail());
            case Offer.Admitted admitted -> answer(admitted, verdict(admitted), caller);
        };
    }

    private Problem refusal(Caller caller, ProblemCode code, String detail) {
        meter.refused(code, caller.subject());
        return Problem.of(code, detail);
    }

    private Verdict verdict(Offer.Admitted admitted) {
        try {
            // a chunk holds reference events or others, never both
            return admitted.kind() == Stream.Kind.REFERENCE
                    ? judging.judge(List.of(admitted.item())).getFirst()
                    : gathering.judge(admitted.item());
        } catch (StoreUnavailable away) {
            throw StoreAway.problem(away);
        }
    }

    @Override
    public void close() {
        gathering.close();
    }

    private Map<String, Object> answer(Offer.Admitted admitted, Verdict verdict, Caller caller) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> answer(admitted, "accepted", accepted.position());
            case Verdict.Duplicate duplicate -> answer(admitted, "duplicate", duplicate.position());
            case Verdict.Refused refused -> {
                ProblemCode code =
                        ProblemCode.ofRefusal(refused.refused().code().code());
                throw refusal(caller, code, refused.refused().detail())
                        .with(Facts.asJson(refused.refused().facts()));
            }
        };
    }

    private static Map<String, Object> answer(Offer.Admitted admitted, String status, long position) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", admitted.id());
        answer.put("status", status);
        answer.put("position", position);
        return answer;
    }
}
