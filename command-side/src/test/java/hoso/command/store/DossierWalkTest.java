package hoso.command.store;

import static hoso.command.store.SampleEvents.message;
import static hoso.command.store.SampleEvents.unitRegistered;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.testkit.database.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every dossier, whole and once. */
@Timeout(60)
class DossierWalkTest {

    private TestDatabase database;
    private EventStore store;

    @BeforeEach
    void open() throws InterruptedException {
        database = TestDatabase.fresh();
        store = StoreFixture.opened(database);
    }

    @AfterEach
    void close() {
        store.close();
        database.close();
    }

    @Test
    void an_empty_store_has_none() {
        assertThat(visited()).isEmpty();
    }

    @Test
    void dossiers_come_whole_in_the_order_of_their_ids_and_nothing_else_does() {
        for (int dossier = 999; dossier > 0; dossier--)
            store.engine().appendEvents(SampleEvents.dossier("D%03d".formatted(dossier), 1 + dossier % 7));
        store.engine().appendEvents(List.of(message(unitRegistered("H20", 0))));

        Map<String, Integer> visited = visited();

        assertThat(visited).hasSize(999);
        assertThat(List.copyOf(visited.keySet())).isSorted();
        visited.forEach((id, events) -> assertThat(events).isEqualTo(1 + Integer.parseInt(id.substring(1)) % 7));
    }

    @Test
    void one_of_more_events_than_a_page_has_does_not_end_the_walk() {
        store.engine().appendEvents(SampleEvents.dossier("A", 1));
        store.engine().appendEvents(SampleEvents.dossier("B", 6_000));
        store.engine().appendEvents(SampleEvents.dossier("C", 3));

        assertThat(visited()).containsExactly(Map.entry("A", 1), Map.entry("B", 6_000), Map.entry("C", 3));
    }

    private Map<String, Integer> visited() {
        Map<String, Integer> visited = new LinkedHashMap<>();
        long count = store.forEachDossier(
                events -> assertThat(visited.put(events.getFirst().event().subject(), events.size()))
                        .isNull());
        assertThat(count).isEqualTo(visited.size());
        return visited;
    }
}
