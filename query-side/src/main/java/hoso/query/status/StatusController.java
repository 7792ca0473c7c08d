package hoso.query.status;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Problem;
import hoso.edge.Scope;
import hoso.edge.status.StatusPart;
import hoso.query.question.KnownReference;
import hoso.query.question.Names;
import hoso.query.question.ParkedStream;
import hoso.query.question.Positions;
import hoso.query.question.ReadRights;
import hoso.query.question.ReadSide;
import hoso.query.question.Standpoints;
import hoso.query.question.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/status}. Parked dossiers are listed to those who see their units. */
@RestController
@Needs(Scope.REPORT_READ)
public final class StatusController {

    private final Standpoints standpoints;
    private final Positions positions;
    private final ReadSide readSide;
    private final KnownReference reference;
    private final InstantSource clock;
    private final ObjectProvider<StatusPart> parts;

    public StatusController(
            Standpoints standpoints,
            Positions positions,
            ReadSide readSide,
            KnownReference reference,
            InstantSource clock,
            ObjectProvider<StatusPart> parts) {
        this.standpoints = standpoints;
        this.positions = positions;
        this.readSide = readSide;
        this.reference = reference;
        this.clock = clock;
        this.parts = parts;
    }

    @Operation(summary = "How far the read side has come, what is rebuilt, what is parked")
    @Parameter(
            name = "minPosition",
            in = ParameterIn.QUERY,
            description = "wait until the read side has reached it, at most 10 s")
    @GetMapping("/api/v1/status")
    public Map<String, Object> status(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        standpoints.of(View.of(Parameters.of(given, View.ofNow())));
        // in this order, so that the read side never seems to be ahead of the store
        long projected = positions.projected();
        long head = positions.head();
        Instant now = clock.instant();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("head", head);
        status.put("projected", projected);
        status.put("lagSeconds", positions.lagSeconds(projected, head, now));
        status.put("rebuild", readSide.rebuild());
        status.put("parked", seen(readSide.parked(projected), caller, now));
        List<String> stopped = readSide.stopped();
        if (!stopped.isEmpty()) status.put("stopped", stopped);
        parts.orderedStream().forEach(part -> status.put(part.name(), part.value()));
        return status;
    }

    private List<ParkedStream> seen(List<ParkedStream> parked, Caller caller, Instant now) {
        if (parked.isEmpty()) return parked;
        try {
            long newest = positions.projected();
            Names names = reference.names(newest);
            Predicate<String> seen = caller.units().all()
                    ? unit -> true
                    : ReadRights.of(caller, reference, newest, now).seen();
            return parked.stream()
                    .filter(stream -> caller.units().all() || (stream.unit() != null && seen.test(stream.unit())))
                    .map(stream -> stream.shown(names))
                    .toList();
        } catch (Problem unknown) {
            // whose they are cannot be told; what stopped says why
            return List.of();
        }
    }
}
