package hoso.query.snapshot.freeze;

import hoso.edge.Parameters;
import hoso.event.wire.StrictJson;
import hoso.query.report.ReportQuestion;
import hoso.query.snapshot.SnapshotKind;
import hoso.vocabulary.ReportingPeriod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A report that is to be frozen.
 *
 * @param question as of the newest position, now
 */
public record FreezeOrder(ReportQuestion question, SnapshotKind kind) {

    private static final String KINDS =
            Stream.of(SnapshotKind.values()).map(SnapshotKind::name).collect(Collectors.joining(", "));

    private static final Set<String> MEMBERS =
            Set.of("unit", "from", "to", "preset", "of", "by", "tree", "kind", "minPosition");

    /**
     * @param body {@code {"unit", "from", "to", "kind"}} and what else a report may be asked with, all of them texts
     * @throws hoso.edge.Problem {@code malformed}
     */
    public static FreezeOrder read(byte[] body) {
        Parameters members = Parameters.of(texts(StrictJson.read(body)), MEMBERS);
        Optional<SnapshotKind> ofPreset =
                members.choice("preset", ReportingPeriod.class).map(FreezeOrder::kind);
        SnapshotKind kind = members.constant("kind", SnapshotKind.class)
                .or(() -> ofPreset)
                .orElseThrow(() -> Parameters.malformed("kind is missing: one of " + KINDS));
        if (ofPreset.filter(other -> other != kind).isPresent())
            throw Parameters.malformed("kind is not that of the preset");
        return new FreezeOrder(ReportQuestion.of(members), kind);
    }

    private static Map<String, List<String>> texts(JsonNode body) {
        if (!body.isObject()) throw Parameters.malformed("the body is no JSON object");
        Map<String, List<String>> texts = new HashMap<>();
        body.properties().forEach(member -> {
            if (!member.getValue().isString())
                throw Parameters.malformed(Parameters.shortened(member.getKey()) + " is no text");
            texts.put(member.getKey(), List.of(member.getValue().stringValue()));
        });
        return texts;
    }

    private static SnapshotKind kind(ReportingPeriod preset) {
        return switch (preset) {
            case MONTH, MONTH_644 -> SnapshotKind.MONTH;
            case QUARTER -> SnapshotKind.QUARTER;
            case HALF_YEAR -> SnapshotKind.HALF_YEAR;
            case YEAR -> SnapshotKind.YEAR;
        };
    }
}
