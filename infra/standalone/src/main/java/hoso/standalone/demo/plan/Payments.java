package hoso.standalone.demo.plan;

import hoso.standalone.demo.data.Figure;
import hoso.standalone.demo.data.Scope;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** How often and how much each dossier of a scope that is paid online is paid, in thousands of VND. */
final class Payments {

    private static final Payment NONE = new Payment(0, 0);

    /** The dearest dossier pays some six times what the cheapest does. */
    private static final int SPREAD = 6;

    /** The online payments of one dossier. */
    record Payment(int times, int thousands) {}

    private final int[] times;
    private final long[] thousands;
    private int next;

    Payments(Scope scope, RandomGenerator random) {
        times = new int[scope.of(Figure.PAID)];
        Arrays.fill(times, 1);
        for (int more = scope.of(Figure.PAYMENTS) - times.length; more > 0; more--)
            times[random.nextInt(times.length)]++;
        long[] weights = Arrays.stream(times)
                .mapToLong(count -> (long) count * (1 + random.nextInt(SPREAD)))
                .toArray();
        thousands = Apportion.split(scope.of(Figure.PAID_THOUSANDS), weights);
    }

    static Payment none() {
        return NONE;
    }

    Payment next() {
        int index = next++;
        return new Payment(times[index], Math.toIntExact(thousands[index]));
    }
}
