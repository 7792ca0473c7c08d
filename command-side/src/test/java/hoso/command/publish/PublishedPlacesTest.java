package hoso.command.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.command.store.EventStore;
import hoso.command.store.StoredSamples;
import hoso.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedPlacesTest {

    private static final long[] OFFSETS = {1, 0, 2, 0, 0, 3};

    private static TestDatabase database;
    private static int made;

    private final PublishedPlaces places = new PublishedPlaces("topic-" + made++, "H20");
    private Connection one;
    private Connection other;

    @BeforeAll
    static void store() throws Exception {
        database = TestDatabase.fresh();
        try (var store = new EventStore(StoredSamples.settings(database))) {
            store.open();
            StoredSamples.dossiers(store, "A", 1, 9);
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        one = database.connectAs(database.application());
        other = database.connectAs(database.application());
    }

    @AfterEach
    void disconnect() throws SQLException {
        one.close();
        other.close();
    }

    @Test
    void is_before_the_first_event_where_nothing_was_published() throws Exception {
        Kept kept = places.take(one);
        assertThat(kept.place()).isEqualTo(PublishedPlace.BEGIN);
        assertThat(kept.topicId()).isNull();
        assertThat(places.position(other)).isZero();
    }

    @Test
    void is_kept_as_it_was_moved() throws Exception {
        Kept kept = places.take(one);
        places.compared(one, kept.holder(), "id", OFFSETS);
        places.move(one, kept.holder(), kept.place(), at(4), OFFSETS);
        Kept again = places.take(one);
        assertThat(again.place()).isEqualTo(at(4));
        assertThat(again.topicId()).isEqualTo("id");
        assertThat(again.offsets()).isEqualTo(OFFSETS);
    }

    @Test
    void is_moved_by_nobody_who_came_before_the_last_who_took_it() throws Exception {
        Kept frozen = places.take(one);
        places.move(one, frozen.holder(), frozen.place(), at(4), OFFSETS);
        Kept next = places.take(other);
        assertThatThrownBy(() -> places.move(one, frozen.holder(), at(4), at(6), OFFSETS))
                .isInstanceOf(TakenOver.class);
        assertThatThrownBy(() -> places.compared(one, frozen.holder(), "id", OFFSETS))
                .isInstanceOf(TakenOver.class);
        assertThat(places.position(one)).isEqualTo(4);
        places.move(other, next.holder(), at(4), at(5), OFFSETS);
        assertThat(places.position(one)).isEqualTo(5);
    }

    @Test
    void is_moved_from_where_it_is_alone() throws Exception {
        Kept kept = places.take(one);
        assertThatThrownBy(() -> places.move(one, kept.holder(), at(4), at(5), OFFSETS))
                .isInstanceOf(TakenOver.class);
        assertThat(places.position(one)).isZero();
    }

    @Test
    void set_back_it_has_whoever_publishes_begin_anew() throws Exception {
        Kept kept = places.take(one);
        places.move(one, kept.holder(), kept.place(), at(8), OFFSETS);
        assertThat(places.setBack(other, 3)).isEqualTo(3);
        assertThatThrownBy(() -> places.move(one, kept.holder(), at(8), at(9), OFFSETS))
                .isInstanceOf(TakenOver.class);
        Kept again = places.take(one);
        assertThat(again.place()).isEqualTo(at(3));
    }

    @Test
    void is_never_set_forward() throws Exception {
        Kept kept = places.take(one);
        places.move(one, kept.holder(), kept.place(), at(4), OFFSETS);
        assertThat(places.setBack(other, 7)).isEqualTo(4);
        assertThat(places.take(one).place()).isEqualTo(at(4));
        assertThat(places.setBack(other, 0)).isZero();
        assertThat(places.take(one).place()).isEqualTo(PublishedPlace.BEGIN);
    }

    @Test
    void the_application_takes_nothing_away() {
        assertThatThrownBy(() -> one.createStatement().execute("DELETE FROM store.published"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private PublishedPlace at(long position) throws SQLException {
        return StoreTail.after(one, position - 1).getFirst().place();
    }
}
