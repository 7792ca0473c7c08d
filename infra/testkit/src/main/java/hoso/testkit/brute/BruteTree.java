package hoso.testkit.brute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The units as some accepted events tell of them, at any date. */
final class BruteTree {
    private final List<BruteEvent> events;

    BruteTree(List<BruteEvent> accepted) {
        events = accepted.stream()
                .filter(event -> event.type().startsWith("unit."))
                .toList();
    }

    boolean knows(String unit) {
        return events.stream().anyMatch(event -> event.subject().equals(unit));
    }

    SortedSet<String> units() {
        SortedSet<String> units = new TreeSet<>();
        events.forEach(event -> units.add(event.subject()));
        return units;
    }

    String name(String unit, LocalDate date) {
        return registration(unit, date).data().get("name").stringValue();
    }

    String level(String unit, LocalDate date) {
        return registration(unit, date).data().get("level").stringValue();
    }

    private BruteEvent registration(String unit, LocalDate date) {
        return Objects.requireNonNull(version(unit, date, event -> event.is("unit.registered")));
    }

    @Nullable
    String parent(String unit, LocalDate date) {
        BruteEvent version = version(unit, date, event -> !event.is("unit.closed"));
        if (version == null) {
            return null;
        }
        return version.is("unit.merged")
                ? version.data().get("into").stringValue()
                : version.data().path("parent").asString(null);
    }

    /** The latest not after the date, of two the later published; before the first, the first. */
    private @Nullable BruteEvent version(String unit, LocalDate date, Predicate<BruteEvent> sets) {
        BruteEvent latest = null;
        BruteEvent first = null;
        for (BruteEvent event : events) {
            if (event.subject().equals(unit) && sets.test(event)) {
                if (!validFrom(event).isAfter(date)
                        && (latest == null || !validFrom(event).isBefore(validFrom(latest)))) {
                    latest = event;
                }
                if (first == null || !validFrom(event).isAfter(validFrom(first))) {
                    first = event;
                }
            }
        }
        return latest != null ? latest : first;
    }

    private static LocalDate validFrom(BruteEvent event) {
        return BruteJson.date(event.data().get("validFrom"));
    }

    List<String> children(String unit, LocalDate date) {
        return units().stream()
                .filter(child -> unit.equals(parent(child, date)))
                .toList();
    }

    SortedSet<String> subtree(String unit, LocalDate date) {
        SortedSet<String> subtree = new TreeSet<>();
        List<String> waiting = new ArrayList<>(List.of(unit));
        while (!waiting.isEmpty()) {
            String next = waiting.removeFirst();
            if (subtree.add(next)) {
                waiting.addAll(children(next, date));
            }
        }
        return subtree;
    }

    /** Whether on any date some unit is its own ancestor; the tree changes on the dates that the events name alone. */
    boolean hasCycle() {
        SortedSet<LocalDate> dates = new TreeSet<>(List.of(LocalDate.MIN));
        events.stream().filter(event -> !event.is("unit.closed")).forEach(event -> dates.add(validFrom(event)));
        return dates.stream().anyMatch(date -> units().stream().anyMatch(unit -> isOwnAncestor(unit, date)));
    }

    private boolean isOwnAncestor(String unit, LocalDate date) {
        String ancestor = parent(unit, date);
        for (int steps = 0; ancestor != null && steps <= units().size(); steps++) {
            if (ancestor.equals(unit)) {
                return true;
            }
            ancestor = parent(ancestor, date);
        }
        return false;
    }
}
