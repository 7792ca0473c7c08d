package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.DemoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws a unit by weight. */
final class UnitChoice {

    private final List<DemoUnit> units;
    private final int weight;

    UnitChoice(List<DemoUnit> units) {
        if (units.isEmpty()) throw new IllegalArgumentException("a scope without units");
        this.units = units;
        this.weight = units.stream().mapToInt(DemoUnit::weight).sum();
    }

    DemoUnit any(RandomGenerator random) {
        int at = random.nextInt(weight);
        for (DemoUnit unit : units) {
            at -= unit.weight();
            if (at < 0) return unit;
        }
        throw new IllegalStateException("weights do not add up to " + weight);
    }
}
