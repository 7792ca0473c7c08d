package hoso.query.snapshot.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.Scope;
import hoso.query.snapshot.WildHouse;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Snapshot;
import hoso.query.snapshot.chain.Sought;
import hoso.vocabulary.UnitRights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotListTest {

    private static final String MARCH = "\"from\":\"2024-03-01\",\"to\":\"2024-03-31\"";
    private static final String FEBRUARY = "\"from\":\"2024-02-01\",\"to\":\"2024-02-29\"";
    private static final List<String> UNITS = List.of("H1", "H1.1", "H1.2", "H1.3", "H1.4");

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 3, 1_000})
    void whoever_sees_few_units_is_shown_just_what_they_can_open(int limit) {
        try (var house = new WildHouse(71)) {
            List<String> frozen = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                house.happen(30); // offices move below one another
                for (String unit : UNITS)
                    frozen.addFirst(house.freeze(unit, MARCH).id());
            }
            for (Set<String> units : List.of(Set.of("H1"), Set.of("H1.1"), Set.of("H1.2", "H1.4"), Set.of("H9"))) {
                Caller caller = new Caller("reader", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(units));
                assertThat(listed(house, caller, limit))
                        .as(units.toString())
                        .isEqualTo(frozen.stream()
                                .filter(id -> opens(house, id, caller))
                                .toList());
            }
            assertThat(listed(house, WildHouse.ANYBODY, limit)).isEqualTo(frozen);
        }
    }

    @Test
    void reports_are_found_by_the_days_that_their_periods_reach_into() {
        try (var house = new WildHouse(73)) {
            house.happen(30);
            String february = house.freeze("H1", FEBRUARY).id();
            String march = house.freeze("H1.1", MARCH).id();

            assertThat(sought(house, "2024-02-29", "2024-03-01")).containsExactly(march, february);
            assertThat(sought(house, "2024-03-01", "2024-03-01")).containsExactly(march);
            assertThat(sought(house, "2024-02-10", "2024-02-20")).containsExactly(february);
            assertThat(sought(house, null, "2024-02-29")).containsExactly(february);
            assertThat(sought(house, "2024-03-31", null)).containsExactly(march);
            assertThat(sought(house, "2024-04-01", null)).isEmpty();
            assertThat(sought(house, null, "2024-01-31")).isEmpty();
        }
    }

    private static List<String> sought(WildHouse house, @Nullable String from, @Nullable String to) {
        var asked = new Sought(
                Optional.empty(),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse));
        return house.list.page(asked, Long.MAX_VALUE, 9, WildHouse.ANYBODY).snapshots().stream()
                .map(Snapshot::id)
                .toList();
    }

    @Test
    void what_moved_is_looked_for_in_later_periods_that_were_frozen_before_and_may_be_seen() {
        try (var house = new WildHouse(72)) {
            house.happen(30);
            house.freeze("H1", FEBRUARY);
            String province = house.freeze("H1", MARCH).id();
            Snapshot office = house.freeze("H1.1", MARCH);
            String others = house.freeze("H1.2", MARCH).id();
            house.happen(30);
            String later = house.freeze("H1.1", MARCH).id();

            Set<String> units = Set.of("H1", "H1.1");
            long then = office.position() + 1;
            assertThat(moved(house, units, "2024-03-31", then, 9)).isEqualTo("[%s, %s]", office.id(), province);
            assertThat(moved(house, units, "2024-04-01", then, 9)).isEqualTo("[]");
            assertThat(moved(house, Set.of("H1.2"), "2024-03-31", then, 9)).isEqualTo("[%s]", others);
            assertThat(moved(house, Set.of("H1.1"), "2024-03-31", Long.MAX_VALUE, 9))
                    .isEqualTo("[%s, %s]", later, office.id());
            assertThat(moved(house, units, "2024-03-31", then, 1)).isEqualTo("[%s] and more", office.id());

            var clerk = new Caller("clerk", Set.of(Scope.REPORT_READ), Set.of(), new UnitRights(Set.of("H1.1")));
            assertThat(opens(house, province, clerk)).isFalse();
            assertThat(moved(house, clerk, units, "2024-03-31", then, 9))
                    .isEqualTo(opens(house, office.id(), clerk) ? "[" + office.id() + "]" : "[]");
        }
    }

    private static String moved(WildHouse house, Set<String> units, String day, long position, int limit) {
        return moved(house, WildHouse.ANYBODY, units, day, position, limit);
    }

    private static String moved(
            WildHouse house, Caller caller, Set<String> units, String day, long position, int limit) {
        var moved = new SnapshotList.Moved(units, LocalDate.parse(day), position);
        SnapshotList.Found found = house.list.moved(moved, seen -> true, limit, caller);
        return found.snapshots().stream().map(Snapshot::id).toList() + (found.more() ? " and more" : "");
    }

    private static boolean opens(WildHouse house, String id, Caller caller) {
        try {
            house.desk.open(id, caller);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static List<String> listed(WildHouse house, Caller caller, int limit) {
        List<String> ids = new ArrayList<>();
        long before = Long.MAX_VALUE;
        Optional<Long> next;
        do {
            SnapshotList.Page page = house.list.page(Sought.ANY, before, limit, caller);
            for (Header header : page.snapshots()) ids.add(Snapshot.id(header));
            next = page.next();
            before = next.orElse(0L);
        } while (next.isPresent());
        return ids;
    }
}
