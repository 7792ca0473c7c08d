package hoso.query.audit.gap;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.history.ReferenceRegister;
import hoso.query.audit.gap.Silences.Silence;
import hoso.query.books.NewestPublications;
import hoso.query.books.projection.BooksDatabase;
import hoso.query.books.projection.Projector;
import hoso.query.books.projection.Reached;
import hoso.query.books.projection.Rebuild;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is silent is told from books that grow, and are made anew, as a look at every event tells. */
@Timeout(120)
class SilencesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    /** The first event is recorded on the Saturday before; work is from 7:30 to 11:30 and from 13:00 to 17:00. */
    private static final Instant MONDAY_MORNING = Instant.parse("2024-06-03T00:30:00Z");

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();
    private final WildWorld world = new WildWorld(81, log, List.of("H1", "H2"));
    private final Map<String, Instant> last = new HashMap<>();
    private final Projector projector =
            new Projector(database.dataSource(), database.dataSource(), new StoredLog(database.dataSource()));
    private Instant now = MONDAY_MORNING;
    private final Silences silences =
            new Silences(new NewestPublications(database.dataSource()), position -> ReferenceRegister.EMPTY, () -> now);

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    private void publish(String publisher, Duration pause, int events) {
        int known = log.rows().size();
        log.later(pause, publisher);
        world.events(events, 50);
        var rows = log.rows().subList(known, log.rows().size());
        last.put(publisher, rows.getLast().recordedAt());
        database.store(rows);
    }

    private void register(String publisher, Duration pause, String unit) {
        log.later(pause, publisher);
        log.reference(
                "unit.registered",
                unit,
                MONDAY_MORNING,
                "{\"name\":\"Unit\",\"level\":\"COMMUNE\",\"validFrom\":\"2024-01-01\"}");
        database.store(List.of(log.rows().getLast()));
    }

    private List<String> told() {
        assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
        return silences.now().stream().map(Silence::publisher).toList();
    }

    private Duration silence(String publisher) {
        return silences.now().stream()
                .filter(silence -> silence.publisher().equals(publisher))
                .findFirst()
                .orElseThrow()
                .work();
    }

    @Test
    void a_weekend_is_no_silence_and_working_time_since_the_newest_event_is() {
        projector.start();
        publish("north", Duration.ZERO, 10);
        assertThat(last.get("north")).as("still on Saturday").isBefore(MONDAY_MORNING.minus(Duration.ofDays(1)));
        assertThat(told()).containsExactly("north");
        assertThat(silence("north")).isZero();
        now = MONDAY_MORNING.plus(Duration.ofMinutes(90));
        assertThat(silence("north")).isEqualTo(Duration.ofMinutes(90));
        now = MONDAY_MORNING.plus(Duration.ofHours(14));
        assertThat(silence("north")).as("it is evening").isEqualTo(Duration.ofHours(8));
    }

    @Test
    void reference_data_is_not_waited_for_and_ends_no_silence() {
        projector.start();
        register("hoso", Duration.ZERO, "H8");
        publish("north", Duration.ofDays(2), 300);
        now = last.get("north").plus(Duration.ofDays(7));
        register("north", Duration.ofDays(7), "H9");
        assertThat(told()).containsExactly("north");
        assertThat(silence("north")).isEqualTo(Duration.ofHours(40));
    }

    @Test
    void who_published_last_is_first_as_books_grow_and_are_made_anew() throws InterruptedException {
        projector.start();
        publish("north", Duration.ZERO, 300);
        publish("south", Duration.ofHours(1), 300);
        assertThat(told()).containsExactly("south", "north");
        publish("east", Duration.ofHours(50), 17_000); // beyond a block of the book
        assertThat(told()).containsExactly("east", "south", "north");
        publish("north", Duration.ofHours(2), 10);
        assertThat(told()).containsExactly("north", "east", "south");
        now = last.get("north").plus(Duration.ofDays(7));
        assertThat(silence("north")).isEqualTo(Duration.ofHours(40));

        projector.rebuild(Rebuild.Expectation.OTHER_BOOKS);
        while (projector.status().rebuild().running()) Thread.sleep(10);
        publish("south", Duration.ofHours(1), 10);
        assertThat(told()).containsExactly("south", "north", "east");
    }
}
