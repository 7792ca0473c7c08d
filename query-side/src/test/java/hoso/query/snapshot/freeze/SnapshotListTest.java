package hoso.query.snapshot.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.edge.Caller;
import hoso.edge.Problem;
import hoso.edge.Scope;
import hoso.query.snapshot.WildHouse;
import hoso.query.snapshot.chain.Header;
import hoso.query.snapshot.chain.Snapshot;
import hoso.vocabulary.UnitRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotListTest {

    private static final String MARCH = "\"from\":\"2024-03-01\",\"to\":\"2024-03-31\"";
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
            SnapshotList.Page page = house.list.page(Optional.empty(), before, limit, caller);
            for (Header header : page.snapshots()) ids.add(Snapshot.id(header));
            next = page.next();
            before = next.orElse(0L);
        } while (next.isPresent());
        return ids;
    }
}
