package hoso.query.snapshot.content;

import hoso.query.canonical.Canonical;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The figures of one key of a frozen report, by the names that its own edition gave them. */
public final class FrozenFigures {

    private static final String RATES = "rates";

    private final JsonNode members;

    FrozenFigures(JsonNode members) {
        this.members = members;
    }

    /**
     * A figure by its name, as {@code resolved.late}; empty where the report has none of that name: it was made by an
     * edition that did not have it, or in groups that do not count it.
     */
    public Optional<Long> find(String cell) {
        JsonNode member = members;
        for (String name : cell.split("\\.", -1)) member = member.path(name);
        return Canonical.isNumber(member) ? Optional.of(whole(member)) : Optional.empty();
    }

    /** A figure that every edition has; 0 in a group that does not count it. */
    public long cell(String cell) {
        return find(cell).orElse(0L);
    }

    /** A rate of the catalogue, in percent; empty where its denominator was 0. */
    public Optional<BigDecimal> rate(String id) {
        JsonNode rate = members.path(RATES).path(id);
        return rate.isNumber() ? Optional.of(rate.decimalValue()) : Optional.empty();
    }

    /** All figures by their names, without rates. */
    public Map<String, Long> cells() {
        Map<String, Long> cells = new TreeMap<>();
        gather("", members, cells);
        return cells;
    }

    /** All rates by their ids. */
    public Map<String, BigDecimal> rates() {
        Map<String, BigDecimal> rates = new TreeMap<>();
        members.path(RATES)
                .properties()
                .forEach(rate -> rates.put(rate.getKey(), rate.getValue().decimalValue()));
        return rates;
    }

    private static void gather(String path, JsonNode members, Map<String, Long> cells) {
        members.properties().forEach(member -> {
            String name = path + member.getKey();
            JsonNode value = member.getValue();
            boolean figure = Canonical.isNumber(value) && !NAMES.contains(name);
            if (value.isObject() && !name.equals(RATES)) gather(name + ".", value, cells);
            else if (figure) cells.put(name, whole(value));
        });
    }

    /** What a group is called. */
    private static final List<String> NAMES = List.of("key", "name");

    /** What somebody has made no whole number of is 0: that it was changed is told by its hash. */
    private static long whole(JsonNode value) {
        return value.asLong(0);
    }

    /** The groups that a list of the report has. */
    static List<FrozenGroup> groups(JsonNode list) {
        List<FrozenGroup> groups = new ArrayList<>();
        for (JsonNode group : list)
            groups.add(new FrozenGroup(
                    group.path("key").stringValue(), group.path("name").stringValue(), new FrozenFigures(group)));
        return groups;
    }
}
