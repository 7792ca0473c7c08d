package hoso.standalone.demo.plan;

import java.util.Arrays;

/** Splits whole numbers so that the parts add up to exactly what was split. */
public final class Apportion {

    private Apportion() {}

    /** Parts in proportion to the weights, each within 1 of its exact share. */
    public static long[] split(long amount, long[] weights) {
        long sum = Arrays.stream(weights).sum();
        var parts = new long[weights.length];
        long weightSoFar = 0;
        long amountSoFar = 0;
        for (int index = 0; index < weights.length; index++) {
            weightSoFar += weights[index];
            long share = Math.multiplyExact(amount, weightSoFar) / sum;
            parts[index] = share - amountSoFar;
            amountSoFar = share;
        }
        return parts;
    }
}
