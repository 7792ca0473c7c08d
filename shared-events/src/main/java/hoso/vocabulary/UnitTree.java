package hoso.vocabulary;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The units as they stand under one another on a date. */
public final class UnitTree {

    private final Map<String, Unit> units;
    private final Map<String, List<String>> children;

    private UnitTree(Map<String, Unit> units, Map<String, List<String>> children) {
        this.units = units;
        this.children = children;
    }

    /** The tree of a date, made from all that was published about the units. */
    public static UnitTree on(LocalDate date, Collection<UnitHistory> histories) {
        Map<String, Unit> units = new TreeMap<>();
        histories.forEach(history -> units.put(history.code(), history.on(date)));
        Map<String, List<String>> children = new HashMap<>();
        for (Unit unit : units.values())
            if (unit.parent() != null)
                children.computeIfAbsent(unit.parent(), parent -> new ArrayList<>())
                        .add(unit.code());
        return new UnitTree(units, children);
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** All units, sorted by code. */
    public Collection<Unit> units() {
        return units.values();
    }

    /** The codes of the direct children, sorted. */
    public List<String> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** The unit and everything below it. */
    public Set<String> subtree(String code) {
        Set<String> found = new LinkedHashSet<>();
        var open = new ArrayDeque<String>();
        open.add(code);
        while (!open.isEmpty()) {
            String next = open.poll();
            if (found.add(next)) open.addAll(children(next));
        }
        return found;
    }

    /** The unit and every unit above it, nearest first; ends where it would come round again. */
    public Set<String> lineage(String code) {
        Set<String> found = new LinkedHashSet<>();
        String next = code;
        while (next != null && units.containsKey(next) && found.add(next))
            next = units.get(next).parent();
        return found;
    }

    /** The root of the tree a unit stands in. */
    public String root(String code) {
        return lineage(code).stream().reduce((nearer, further) -> further).orElse(code);
    }

    /** Whether some unit is its own ancestor. */
    public boolean hasCycle() {
        Set<String> settled = new LinkedHashSet<>();
        for (String start : units.keySet()) {
            Set<String> path = new LinkedHashSet<>();
            String next = start;
            while (next != null && units.containsKey(next) && !settled.contains(next)) {
                if (!path.add(next)) return true;
                next = units.get(next).parent();
            }
            settled.addAll(path);
        }
        return false;
    }
}
