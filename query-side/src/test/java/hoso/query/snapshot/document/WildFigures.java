package hoso.query.snapshot.document;

import hoso.query.report.catalogue.Rate;
import hoso.query.report.catalogue.Rates;
import hoso.query.snapshot.SnapshotKind;
import hoso.query.snapshot.content.FrozenReport;
import hoso.query.snapshot.content.FrozenTown;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report in which any figure may be 0 and any rate absent, whatever the others are. */
final class WildFigures {

    private static final JsonMapper JSON = new JsonMapper();

    private static final JsonNode TOWN = JSON.readTree(FrozenTown.bytes(
            PrintedTown.busy(7), PrintedTown.MARCH, SnapshotKind.MONTH, Instant.parse("2026-11-20T00:00:00Z")));

    private static final List<Long> COUNTS = List.of(0L, 0L, 0L, 1L, 12L, 92_958L);

    private final Random random;

    private WildFigures(Random random) {
        this.random = random;
    }

    static FrozenReport report(long seed) {
        JsonNode content = TOWN.deepCopy();
        var wild = new WildFigures(new Random(seed));
        for (String figures : List.of("/report/total", "/electronicCopies", "/procedures", "/trend/yearAgo/total"))
            wild.figures(content.at(figures));
        content.at("/report/groups").forEach(wild::figures);
        content.path("groupings").forEach(groups -> groups.forEach(wild::figures));
        content.at("/trend/periods").forEach(period -> wild.figures(period.path("total")));
        wild.rates((ObjectNode) content.path("rates"));
        for (JsonNode group : content.at("/scoreboard/groups")) {
            wild.points(group.path("local"));
            wild.points(group.path("portal"));
        }
        return FrozenReport.read(JSON.writeValueAsBytes(content));
    }

    private void figures(JsonNode figures) {
        for (String name : List.copyOf(figures.propertyNames())) {
            JsonNode member = figures.path(name);
            if (name.equals("rates")) rates((ObjectNode) member);
            else if (member.isObject()) figures(member);
            else if (member.isNumber()) ((ObjectNode) figures).put(name, COUNTS.get(random.nextInt(COUNTS.size())));
        }
    }

    private void rates(ObjectNode rates) {
        for (Rate rate : Rates.all())
            if (random.nextBoolean()) rates.put(rate.id(), new BigDecimal("33.33"));
            else rates.remove(rate.id());
    }

    private void points(JsonNode points) {
        if (random.nextBoolean()) ((ObjectNode) points).put("computable", 0);
    }
}
