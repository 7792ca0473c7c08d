package hoso.standalone.demo.plan;

import java.util.random.RandomGenerator;

/**
 * Takes exactly {@code wanted} of {@code population} in one pass, each as likely as the next (Knuth, The Art of Computer
 * Programming, vol. 2, 3.4.2, algorithm S).
 */
final class Quota {

    private int wanted;
    private int population;

    Quota(int wanted, int population) {
        if (wanted < 0 || wanted > population)
            throw new IllegalArgumentException("cannot take " + wanted + " of " + population);
        this.wanted = wanted;
        this.population = population;
    }

    boolean takes(RandomGenerator random) {
        if (population == 0) throw new IllegalStateException("asked more often than there are");
        boolean taken = random.nextInt(population) < wanted;
        population--;
        if (taken) wanted--;
        return taken;
    }
}
