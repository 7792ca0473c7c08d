package hoso.command.dossier;

import static hoso.command.Story.at;
import static hoso.command.Story.moment;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.command.PureHouse;
import hoso.command.Story;
import hoso.event.AcceptedEvent;
import hoso.event.Decision;
import hoso.event.Ruled;
import hoso.event.Stream;
import hoso.event.history.ClockEntry;
import hoso.event.wire.StoredEventFormat;
import hoso.testkit.world.RandomWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every dossier, whatever happens to it; each case prints its seed. */
class TimelineLawsTest {

    /** Worlds take longer to make than to look at. */
    private static final Map<Long, PureHouse> LIVED = new ConcurrentHashMap<>();

    static LongStream worlds() {
        return LongStream.rangeClosed(101, 103);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void read_back_from_the_store_in_any_split_the_events_make_the_same_timeline(long seed) {
        var random = new Random(seed);
        var house = lived(seed);
        byDossier(house).forEach((id, events) -> {
            int split = random.nextInt(events.size() + 1);
            Timeline timeline = Timeline.UNKNOWN;
            for (AcceptedEvent event : events.subList(0, split)) timeline = timeline.with(readBack(event));
            for (AcceptedEvent event : events.subList(split, events.size())) timeline = timeline.with(event);

            assertThat(timeline)
                    .as("seed %d, %s split at %d", seed, id, split)
                    .isEqualTo(house.dossiers().get(id));
        });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void a_decision_tells_what_the_dossier_showed_and_shows(long seed) {
        byDossier(lived(seed)).forEach((id, events) -> {
            Timeline timeline = Timeline.UNKNOWN;
            for (AcceptedEvent event : events) {
                Timeline before = timeline;
                timeline = timeline.with(event);
                Decision decision = event.decision();
                if (decision.now() == null) continue;

                assertThat(decision.was())
                        .as("seed %d, %s, %s", seed, id, event.key())
                        .isEqualTo(before.history().standing());
                assertThat(decision.now())
                        .as("seed %d, %s, %s", seed, id, event.key())
                        .isEqualTo(timeline.history().standing());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void what_an_event_does_not_rule_on_keeps_its_ruling(long seed) {
        byDossier(lived(seed)).forEach((id, events) -> {
            Timeline timeline = Timeline.UNKNOWN;
            for (AcceptedEvent event : events) {
                var kept = rulings(timeline);
                timeline = timeline.with(event);
                var now = rulings(timeline);
                for (Ruled ruled : event.decision().rulings()) {
                    Object place = List.of(ruled.fact(), ruled.broughtPause());
                    assertThat(now.remove(place))
                            .as("seed %d, %s", seed, event.key())
                            .isEqualTo(ruled.ruling());
                    kept.remove(place);
                }
                assertThat(kept).as("seed %d, %s, %s", seed, id, event.key()).containsAllEntriesOf(now);
            }
        });
    }

    static LongStream lives() {
        return LongStream.rangeClosed(1, 60);
    }

    /** Pairs come as a whole, so that no arrival depends on another; an extension may be refused where it comes. */
    @ParameterizedTest
    @MethodSource("lives")
    void any_order_of_arrival_that_is_accepted_gives_the_same_clock(long seed) {
        var random = new Random(seed);
        var procedures = List.of("hours", "days", "restart", "calendar", "same");
        String procedure = procedures.get(random.nextInt(procedures.size()));
        List<String[]> life = life(random);

        var inOrder = Story.received(procedure);
        life.removeIf(event -> !inOrder.tell(event[0], event[1], event[2]).equals("accepted"));
        boolean extended = life.stream().anyMatch(event -> event[0].equals("due-date-extended"));
        for (int attempt = 0; attempt < 6; attempt++) {
            Collections.shuffle(life, random);
            var shuffled = Story.received(procedure);
            boolean all = life.stream()
                    .allMatch(
                            event -> shuffled.tell(event[0], event[1], event[2]).equals("accepted"));
            assertThat(all || extended).as("seed %d, %s", seed, told(life)).isTrue();
            if (all)
                assertThat(shuffled.clock()).as("seed %d, %s", seed, told(life)).isEqualTo(inOrder.clock());
        }
    }

    private static List<String[]> life(Random random) {
        List<String[]> life = new ArrayList<>();
        Instant time = at("2024-03-04T07:30");
        for (int count = random.nextInt(6); count > 0; count--) {
            Instant from = time.plus(someTime(random));
            Instant to = from.plus(someTime(random));
            switch (random.nextInt(4)) {
                case 0 ->
                    life.add(new String[] {
                        "due-date-extended",
                        local(from),
                        moment("dueAt", local(to.plus(someTime(random)))) + ",'basis':'x'"
                    });
                case 1 -> life.add(new String[] {"supplement-received", local(to), moment("since", local(from))});
                default -> life.add(new String[] {"resumed", local(to), moment("since", local(from))});
            }
            time = to;
        }
        if (random.nextBoolean())
            life.add(new String[] {"resolved", local(time.plus(someTime(random))), "'outcome':'APPROVED'"});
        return life;
    }

    /** Never nothing: at one instant the order of arrival is the order of the facts. */
    private static Duration someTime(Random random) {
        return Duration.ofMinutes(1 + random.nextInt(2 * 24 * 60));
    }

    private static String local(Instant instant) {
        return java.time.LocalDateTime.ofInstant(instant, java.time.ZoneOffset.ofHours(7))
                .toString();
    }

    private static List<List<String>> told(List<String[]> life) {
        return life.stream().map(List::of).toList();
    }

    private static PureHouse lived(long seed) {
        return LIVED.computeIfAbsent(seed, unlived -> {
            var house = PureHouse.withNationalCalendars();
            RandomWorld.of(seed, 25).lines().forEach(house::offer);
            return house;
        });
    }

    private static Map<String, List<AcceptedEvent>> byDossier(PureHouse house) {
        return house.accepted().stream()
                .filter(event -> event.stream().kind() == Stream.Kind.DOSSIER)
                .collect(Collectors.groupingBy(AcceptedEvent::subject));
    }

    private static Map<Object, Object> rulings(Timeline timeline) {
        return timeline.history().clock().stream()
                .collect(Collectors.toMap(entry -> List.of(entry.sequence(), entry.brought()), ClockEntry::ruling));
    }

    private static AcceptedEvent readBack(AcceptedEvent event) {
        byte[] stored = StoredEventFormat.bytes(1, Instant.EPOCH, StoredEventFormat.rest(event));
        return StoredEventFormat.read(stored).event();
    }
}
