package hoso.query.books.projection;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.event.AcceptedEvent;
import hoso.event.StoredEvent;
import hoso.event.Stream;
import hoso.event.history.DossierHistory;
import hoso.event.history.PetitionHistory;
import hoso.event.wire.StoredEventFormat;
import hoso.query.books.PublisherReader;
import hoso.query.books.publisher.Stretch;
import hoso.query.feed.store.StoredLog;
import hoso.query.log.FabricatedLog;
import hoso.query.log.WildWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who published when is told as of any position as a look at every event up to it tells. */
class PublisherBookTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final List<String> UNITS = List.of("H1", "H1.1", "H1.2", "H2");

    /** More than a block has positions. */
    private static final int EVENTS = 20_000;

    private final BooksDatabase database = new BooksDatabase();
    private final FabricatedLog log = new FabricatedLog();

    @AfterEach
    void close() {
        database.close();
    }

    /**
     * @param unit null of reference data
     */
    private record Known(
            long position,
            Instant recordedAt,
            String publisher,
            String source,
            @Nullable String unit) {}

    /** What a publisher did, whatever stretches it is told in. */
    private record Sum(long events, long first, long last, Instant firstAt, Instant lastAt) {}

    @Test
    void any_position_is_told_as_of_whatever_blocks_and_hours_it_cuts() {
        var random = new Random(7);
        var world = new WildWorld(71, log, UNITS);
        while (log.rows().size() < EVENTS) {
            log.later(Duration.ofMinutes(random.nextInt(90)), "office" + random.nextInt(3));
            world.events(1 + random.nextInt(300), 400);
        }
        database.store(log.rows());
        List<Known> known = known();
        var books = new PublisherReader(database.dataSource());
        try (var projector =
                new Projector(database.dataSource(), database.dataSource(), new StoredLog(database.dataSource()))) {
            projector.start();
            assertThat(Reached.position(projector, log.head(), LONG_ENOUGH)).isTrue();
            for (long position : positions(random))
                for (var units : List.of(
                        Optional.<Set<String>>empty(), Optional.of(Set.of("H1", "H2")), Optional.of(Set.of("none"))))
                    assertThat(told(books, position, units))
                            .as("%d %s", position, units)
                            .isEqualTo(counted(known, position, units));
        }
    }

    private List<Long> positions(Random random) {
        List<Long> positions = new ArrayList<>(List.of(1L, 2L, 16_383L, 16_384L, 16_385L, log.head()));
        for (int lot = 0; lot < 20; lot++) positions.add(1 + random.nextLong(log.head()));
        return positions;
    }

    private static Map<String, Sum> told(PublisherReader books, long position, Optional<Set<String>> units) {
        Map<String, Sum> sums = new TreeMap<>();
        books.each(
                position,
                units,
                stretch -> sums.merge(
                        stretch.publisher() + " " + stretch.source(), sum(stretch), PublisherBookTest::both));
        return sums;
    }

    private static Sum sum(Stretch stretch) {
        assertThat(stretch.origin()).isEmpty();
        return new Sum(stretch.events(), stretch.first(), stretch.last(), stretch.firstAt(), stretch.lastAt());
    }

    private static Map<String, Sum> counted(List<Known> known, long position, Optional<Set<String>> units) {
        Map<String, Sum> sums = new TreeMap<>();
        for (Known event : known)
            if (event.position() <= position
                    && (units.isEmpty() || (event.unit() != null && units.get().contains(event.unit()))))
                sums.merge(
                        event.publisher() + " " + event.source(),
                        new Sum(1, event.position(), event.position(), event.recordedAt(), event.recordedAt()),
                        PublisherBookTest::both);
        return sums;
    }

    private static Sum both(Sum one, Sum other) {
        return new Sum(
                one.events() + other.events(),
                Math.min(one.first(), other.first()),
                Math.max(one.last(), other.last()),
                one.firstAt().isBefore(other.firstAt()) ? one.firstAt() : other.firstAt(),
                one.lastAt().isAfter(other.lastAt()) ? one.lastAt() : other.lastAt());
    }

    /** Every event with the unit that owed its dossier after it, or, where that lost its life, before. */
    private List<Known> known() {
        List<Known> known = new ArrayList<>();
        Map<String, DossierHistory> dossiers = new HashMap<>();
        Map<String, PetitionHistory> petitions = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        for (FabricatedLog.Row row : log.rows()) {
            StoredEvent stored = StoredEventFormat.read(row.body());
            AcceptedEvent event = stored.event();
            String unit = switch (event.stream().kind()) {
                case DOSSIER -> {
                    DossierHistory next = dossiers.getOrDefault(row.stream(), DossierHistory.UNKNOWN)
                            .with(event);
                    dossiers.put(row.stream(), next);
                    if (next.alive()) yield next.received().unit();
                    yield owners.get(row.stream());
                }
                case PETITION -> {
                    PetitionHistory next = petitions
                            .getOrDefault(row.stream(), PetitionHistory.UNKNOWN)
                            .with(event);
                    petitions.put(row.stream(), next);
                    yield next.received() == null ? null : next.received().unit();
                }
                case REFERENCE -> null;
            };
            boolean alive = event.stream().kind() == Stream.Kind.DOSSIER
                    && dossiers.get(row.stream()).alive();
            if (alive) owners.put(row.stream(), unit);
            else owners.remove(row.stream());
            known.add(new Known(
                    row.position(),
                    row.recordedAt(),
                    event.publisher(),
                    event.key().source(),
                    unit));
        }
        return known;
    }
}
