package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.DemoProcedure;
import hoso.standalone.demo.data.DemoUnit;
import hoso.vocabulary.Channel;
import hoso.vocabulary.OnlineLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws, by weight, a procedure that a unit has in its catalogue and that fits what a dossier must bear. */
final class Catalogue {

    private final List<DemoProcedure> procedures;
    private final Map<Wish, Choice> choices = new HashMap<>();

    Catalogue(List<DemoProcedure> procedures) {
        this.procedures = procedures;
    }

    /** None where the unit has no procedure like that. */
    @Nullable
    DemoProcedure any(DemoUnit unit, Channel channel, Set<Mark> marks, RandomGenerator random) {
        var wish = new Wish(
                unit.key(),
                marks.contains(Mark.COPY),
                Fee.of(marks),
                marks.contains(Mark.SAME_DAY),
                channel == Channel.ONLINE);
        return choices.computeIfAbsent(wish, this::choice).any(random);
    }

    private Choice choice(Wish wish) {
        return new Choice(procedures.stream().filter(wish::suits).toList());
    }

    /** What is asked of the fee. */
    private enum Fee {
        NONE,
        ANY,
        PAYABLE_ONLINE;

        static Fee of(Set<Mark> marks) {
            if (marks.contains(Mark.PAID)) return PAYABLE_ONLINE;
            return marks.contains(Mark.FEE) ? ANY : NONE;
        }
    }

    private record Wish(String key, boolean copy, Fee fee, boolean instant, boolean online) {

        boolean suits(DemoProcedure procedure) {
            boolean feeSuits = switch (fee) {
                case NONE -> !procedure.fee();
                case ANY -> procedure.fee();
                case PAYABLE_ONLINE -> procedure.payable();
            };
            return feeSuits
                    && procedure.keys().contains(key)
                    && procedure.copy() == copy
                    && (!instant || procedure.instant())
                    && (!online || procedure.onlineLevel() != OnlineLevel.INFO);
        }
    }

    private record Choice(List<DemoProcedure> procedures, int weight) {

        Choice(List<DemoProcedure> procedures) {
            this(procedures, procedures.stream().mapToInt(DemoProcedure::weight).sum());
        }

        @Nullable
        DemoProcedure any(RandomGenerator random) {
            if (weight == 0) return null;
            int at = random.nextInt(weight);
            for (DemoProcedure procedure : procedures) {
                at -= procedure.weight();
                if (at < 0) return procedure;
            }
            throw new IllegalStateException("weights of " + procedures + " do not add up");
        }
    }
}
