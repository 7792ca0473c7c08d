package hoso.query.snapshot.content;

import hoso.query.canonical.Canonical;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Compares the contents of two snapshots, value by value. */
public final class Differences {

    /** Members that name the version that made the content: what differs there is told apart. */
    private static final Set<String> VERSIONS = Set.of("layout", "form", "catalogue", "report.edition");

    /** Points of all criteria there are: another version may have more of them. */
    private static final Pattern SUMS = Pattern.compile("scoreboard(\\.groups\\[[^]]*])?\\.(local|portal|max)");

    /** Members by which one of a list is known, the first that there is. */
    private static final List<String> KEYS = List.of("key", "id", "from", "code");

    private final boolean commonOnly;
    private final int limit;
    private final List<Difference> found = new ArrayList<>();

    private Differences(boolean commonOnly, int limit) {
        this.commonOnly = commonOnly;
        this.limit = limit;
    }

    /**
     * One value that is not the same.
     *
     * @param path as {@code report.total.resolved.late}, or {@code groupings.field[Đất đai].received.new}
     * @param frozen as JSON; empty where it has none
     * @param replayed likewise
     */
    public record Difference(String path, String frozen, String replayed) {}

    /**
     * @param commonOnly whether only figures and truth values that both have are compared: they were made by different versions
     * @param limit how many are told
     */
    public static List<Difference> of(FrozenReport frozen, FrozenReport replayed, boolean commonOnly, int limit) {
        var differences = new Differences(commonOnly, limit);
        differences.compare("", frozen.content(), replayed.content());
        return List.copyOf(differences.found);
    }

    private void compare(String path, JsonNode frozen, JsonNode replayed) {
        if (found.size() >= limit || frozen.equals(replayed)) return;
        if (commonOnly && (frozen.isMissingNode() || replayed.isMissingNode() || isOfItsVersion(path))) return;
        if (frozen.isObject() && replayed.isObject()) objects(path, frozen, replayed);
        else if (frozen.isArray() && replayed.isArray()) lists(path, frozen, replayed);
        else if (!commonOnly || isCell(frozen) || isCell(replayed))
            found.add(new Difference(path, text(frozen), text(replayed)));
    }

    /** Whether it is a figure or a truth value; names and sources may be worded otherwise without a figure differing. */
    private static boolean isCell(JsonNode value) {
        return Canonical.isNumber(value) || value.isBoolean();
    }

    private static boolean isOfItsVersion(String path) {
        return VERSIONS.contains(path) || SUMS.matcher(path).matches();
    }

    private void objects(String path, JsonNode frozen, JsonNode replayed) {
        Set<String> names = new TreeSet<>(frozen.propertyNames());
        names.addAll(replayed.propertyNames());
        for (String name : names)
            compare(path.isEmpty() ? name : path + "." + name, frozen.path(name), replayed.path(name));
    }

    /**
     * Groups by their keys, identities by their numbers, periods by their first days, criteria by their codes, whatever else by
     * its place.
     */
    private void lists(String path, JsonNode frozen, JsonNode replayed) {
        Map<String, JsonNode> then = keyed(frozen);
        Map<String, JsonNode> now = keyed(replayed);
        Set<String> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        for (String key : keys)
            compare(
                    path + "[" + key + "]",
                    then.getOrDefault(key, MissingNode.getInstance()),
                    now.getOrDefault(key, MissingNode.getInstance()));
    }

    private static Map<String, JsonNode> keyed(JsonNode list) {
        Map<String, JsonNode> keyed = new LinkedHashMap<>();
        for (JsonNode item : list) {
            Optional<JsonNode> key =
                    KEYS.stream().map(item::path).filter(JsonNode::isValueNode).findFirst();
            keyed.put(key.map(JsonNode::asString).orElse(Integer.toString(keyed.size())), item);
        }
        return keyed;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "" : value.toString();
    }
}
