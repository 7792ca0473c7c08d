package hoso.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.query.books.projection.BooksDatabase;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final BooksDatabase DATABASE = new BooksDatabase();
    private static final FabricatedLog LOG = new FabricatedLog();
    private static final EventLog EVENTS = new StoredLog(DATABASE.dataSource());
    private static final Feed FEED = new Feed(EVENTS);

    @BeforeAll
    static void store() {
        new WildWorld(61, LOG, List.of("H1", "H2")).events(3_000, 100);
        DATABASE.store(LOG.rows());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void batches_follow_one_another_and_hold_no_more_than_asked_for() {
        Place place = Place.START;
        for (int size : new int[] {1, 5, 1_023, 1_024, 1}) {
            Batch batch = FEED.after(place, size);
            assertThat(batch.events())
                    .extracting(FedEvent::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(place.position() + 1, place.position() + size)
                            .boxed()
                            .toList());
            place = batch.end();
        }
    }

    @Test
    void at_the_head_nothing_waits_and_the_place_stays() {
        Place head = FEED.after(Place.START, 1_000_000).end();
        assertThat(head.position()).isEqualTo(LOG.head());
        assertThat(FEED.after(head, 10)).isEqualTo(new Batch(head, List.of(), false));
    }

    @Test
    void a_place_that_the_log_does_not_have_is_refused() {
        Place real = FEED.after(Place.START, 10).end();
        assertThatThrownBy(() -> FEED.after(new Place(real.position(), new byte[32]), 10))
                .isInstanceOf(LogNotAsRead.class);
        assertThatThrownBy(() -> FEED.after(new Place(LOG.head() + 1, real.leaf()), 10))
                .isInstanceOf(LogNotAsRead.class);
    }

    @Test
    void the_last_position_recorded_by_an_instant_is_found_at_every_edge() {
        for (FabricatedLog.Row row : LOG.rows().subList(0, 40)) {
            long last = LOG.rows().stream()
                    .filter(other -> !other.recordedAt().isAfter(row.recordedAt()))
                    .count();
            assertThat(EVENTS.lastRecordedBy(row.recordedAt())).isEqualTo(last);
            assertThat(EVENTS.recordedAt(row.position())).contains(row.recordedAt());
        }
        assertThat(EVENTS.lastRecordedBy(LOG.rows().getFirst().recordedAt().minusMillis(1)))
                .isZero();
        assertThat(EVENTS.lastRecordedBy(Instant.parse("2099-01-01T00:00:00Z"))).isEqualTo(LOG.head());
    }

    @Test
    void reference_data_is_known_as_of_any_position_in_any_order_of_asking() {
        var book = ReferenceBook.ofOneStream(EVENTS);
        assertThat(book.asOf(0).whole().units()).isEmpty();
        for (long position : new long[] {LOG.head(), 700, LOG.head(), 40, 41, 2_000}) {
            long known = LOG.rows().stream()
                    .filter(row -> row.position() <= position && row.stream().equals("r/"))
                    .map(row -> EVENTS.after(row.position() - 1, 1)
                            .getFirst()
                            .readToFold()
                            .subject())
                    .distinct()
                    .count();
            assertThat(book.asOf(position).whole().units()).hasSize((int) known);
            assertThat(book.asOf(position)
                            .whole()
                            .tree(LocalDate.of(2024, 6, 1))
                            .units())
                    .hasSize((int) known);
        }
    }
}
