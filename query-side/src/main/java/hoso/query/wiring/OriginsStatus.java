package hoso.query.wiring;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.edge.status.StatusPart;
import hoso.query.feed.landing.OriginState;
import hoso.query.feed.landing.Origins;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each origin stands, as a member of the status. */
record OriginsStatus(Origins origins) implements StatusPart {

    /**
     * @param covered position up to which everything is in the local order
     * @param landed newest position that came
     * @param missing position that is waited for while later ones are here
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String origin,
            long covered,
            long landed,
            @Nullable Long missing,
            @Nullable Instant missingSince,
            @Nullable String stopped) {}

    @Override
    public String name() {
        return "origins";
    }

    @Override
    public List<Shown> value() {
        return origins.states().stream().map(OriginsStatus::shown).toList();
    }

    private static Shown shown(OriginState origin) {
        OriginState.Gap gap = origin.gap();
        return new Shown(
                origin.name(),
                origin.covered(),
                origin.landed(),
                gap == null ? null : gap.missing(),
                gap == null ? null : gap.since(),
                origin.stopped());
    }
}
