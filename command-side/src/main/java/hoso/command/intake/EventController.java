package hoso.command.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import hoso.command.aggregate.Judging;
import hoso.command.store.StoreUnavailable;
import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.ProblemCode;
import hoso.event.UnfitData;
import hoso.event.wire.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code POST /api/v1/events}: one event, a batch, or a stream of any length. */
@RestController
class EventController {

    static final String PATH = "/api/v1/events";

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String STREAM = "application/x-ndjson";

    private static final int BATCH_EVENTS_MAX = 1_000;
    private static final int BATCH_BYTES_MAX = 8 * 1024 * 1024;

    private final Admission admission;
    private final SingleEvents singles;
    private final Judging judging;
    private final IntakeMeter meter;
    private final BulkGate gate = new BulkGate();
    private volatile boolean stopping;

    EventController(Admission admission, Judging judging, SingleEvents singles, IntakeMeter meter) {
        this.admission = admission;
        this.singles = singles;
        this.judging = judging;
        this.meter = meter;
    }

    @Operation(operationId = "publish", summary = "Publish one event, a batch of events, or a stream of any length")
    @PostMapping(path = PATH, consumes = SingleEvents.MEDIA_TYPE, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> one(HttpServletRequest request, Caller caller) throws IOException {
        return singles.take(body(request, Admission.EVENT_BYTES_MAX), caller);
    }

    @PostMapping(path = PATH, consumes = BATCH, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> batch(HttpServletRequest request, Caller caller) throws IOException {
        return meter.timed(Door.BATCH, () -> gate.batch(() -> batch(array(body(request, BATCH_BYTES_MAX)), caller)));
    }

    private Map<String, Object> batch(JsonNode events, Caller caller) {
        List<Offer> offers = new ArrayList<>(events.size());
        for (JsonNode event : events) offers.add(offer(offers.size() + 1L, event, caller));
        var answer = new BulkAnswer(meter, caller.subject());
        try (var bulk = new BulkIntake(judging, answer, Judging.CHUNK_MAX)) {
            bulk.judge(offers);
            bulk.settle();
        } catch (StoreUnavailable away) {
            throw StoreAway.problem(away).with(answer.asMap());
        }
        return answer.asMap();
    }

    @PostMapping(path = PATH, consumes = STREAM, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> stream(HttpServletRequest request, Caller caller) throws IOException {
        return meter.timed(Door.STREAM, () -> gate.stream(() -> stream(request.getInputStream(), caller)));
    }

    private Map<String, Object> stream(InputStream body, Caller caller) throws IOException {
        return new EventStreamIntake(admission, judging, meter, caller, () -> stopping).take(body);
    }

    /** Comes before the server waits for the requests under way: streams are told how far they came, instead of cut off. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    private Offer offer(long place, JsonNode event, Caller caller) {
        boolean large = event.toString().getBytes(UTF_8).length > Admission.EVENT_BYTES_MAX;
        return large ? Admission.tooLarge(place) : admission.admit(place, event, caller);
    }

    private static JsonNode array(byte[] body) {
        if (body.length > BATCH_BYTES_MAX)
            throw Problem.of(ProblemCode.TOO_LARGE, "a batch has at most " + BATCH_BYTES_MAX + " bytes");
        try {
            JsonNode events = StrictJson.read(body);
            if (!events.isArray()) throw Problem.of(ProblemCode.MALFORMED, "a batch is a JSON array of events");
            if (events.size() > BATCH_EVENTS_MAX)
                throw Problem.of(ProblemCode.TOO_LARGE, "a batch has at most " + BATCH_EVENTS_MAX + " events");
            return events;
        } catch (UnfitData unfit) {
            throw Problem.of(ProblemCode.ofRefusal(unfit.code()), String.valueOf(unfit.getMessage()));
        }
    }

    /** All of it where it is no longer than that, else enough to see that it is. */
    private static byte[] body(HttpServletRequest request, int max) throws IOException {
        try (InputStream in = request.getInputStream()) {
            return in.readNBytes(max + 1);
        }
    }
}
