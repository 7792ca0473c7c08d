package hoso.testkit.world;

import hoso.testkit.brute.BruteDossier;
import hoso.testkit.brute.BruteHouse;
import hoso.testkit.brute.BruteQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Questions made from a seed about a world that a house has taken: any unit, period, grouping, tree, cut and position. */
public final class RandomQuestions {
    private final Chance chance;
    private final RandomWorld world;
    private final BruteHouse house;
    private final List<BruteDossier> dossiers;

    private RandomQuestions(long seed, RandomWorld world, BruteHouse house) {
        this.chance = new Chance(seed);
        this.world = world;
        this.house = house;
        this.dossiers = List.copyOf(house.dossiers(house.position()).values());
    }

    /** That many questions; {@code asOf} counts the events the house accepted, and every unit asked is known there. */
    public static List<BruteQuestion> of(long seed, RandomWorld world, BruteHouse house, int count) {
        RandomQuestions random = new RandomQuestions(seed, world, house);
        List<BruteQuestion> questions = new ArrayList<>();
        while (questions.size() < count) {
            BruteQuestion question = random.question();
            if (house.knowsUnit(question.unit(), question.asOf())) {
                questions.add(question);
            }
        }
        return questions;
    }

    private BruteQuestion question() {
        LocalDate from = chance.percent(10) ? world.firstDay().minusDays(40) : day(-20, 150);
        LocalDate to = from.plusDays(chance.of(0, 6, 29, 30, chance.between(0, 240)));
        return new BruteQuestion(
                chance.percent(40) ? world.root() : chance.from(world.units()),
                from,
                to,
                chance.of("unit", "unit", "field", "procedure", "channel", "level"),
                chance.percent(40) ? day(-300, 300) : null,
                chance.percent(50) ? at(from, to) : null,
                chance.percent(50) ? house.position() : chance.between(1, Math.toIntExact(house.position())));
    }

    private LocalDate day(int least, int most) {
        return world.firstDay().plusDays(chance.between(least, most));
    }

    /** Mostly an instant at which something happens to some dossier, or one microsecond from it. */
    private @Nullable Instant at(LocalDate from, LocalDate to) {
        Instant first = from.atStartOfDay().toInstant(Chance.LOCAL);
        Instant last = to.plusDays(1).atStartOfDay().toInstant(Chance.LOCAL);
        for (int tries = 0; tries < 20 && !dossiers.isEmpty(); tries++) {
            BruteDossier dossier = chance.from(dossiers);
            Instant edge = chance.of(
                    dossier.receivedAt(),
                    dossier.dueAt(),
                    Objects.requireNonNullElse(dossier.closedAt(), dossier.dueAt()));
            Instant at = chance.near(edge);
            if (!at.isBefore(first) && at.isBefore(last)) {
                return at;
            }
        }
        return first.plusSeconds(chance.between(0, 86_400));
    }
}
