package hoso.query.snapshot.answer;

import hoso.edge.Caller;
import hoso.edge.Needs;
import hoso.edge.Parameters;
import hoso.edge.Scope;
import hoso.query.snapshot.freeze.SnapshotList;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/snapshots/chain}: whether every row of the chain is what was added to it. */
@RestController
@Needs(Scope.AUDIT_READ)
public final class ChainController {

    private static final Set<String> PARAMETERS = Set.of("after", "limit");

    /** The content of each is hashed anew: some hundred kilobytes a report. */
    private static final int LIMIT_MAX = 1_000;

    private final SnapshotList list;

    public ChainController(SnapshotList list) {
        this.list = list;
    }

    @Operation(
            summary = "Look at the rows of the chain one after the other: contents, hashes, and whether one is missing")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "next of the page before; 0 by default")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "rows: 1 to 1000, 1000 by default")
    @GetMapping("/api/v1/snapshots/chain")
    ChainAnswer chain(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> given,
            @Parameter(hidden = true) Caller caller) {
        Parameters parameters = Parameters.of(given, PARAMETERS);
        long after = parameters.number("after", 0, Long.MAX_VALUE - 1).orElse(0L);
        int limit = parameters.number("limit", 1, LIMIT_MAX).map(Long::intValue).orElse(LIMIT_MAX);
        return ChainAnswer.of(list.walk(after, limit, caller));
    }
}
