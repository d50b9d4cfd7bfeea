package io.leadloop.deploy.demo;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Chance that comes out alike for the same seed, on every machine: {@link Random} is specified to the bit. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    /** From 0, below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T of(List<T> choices, ToIntFunction<T> weight) {
        int left = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (T choice : choices) {
            left -= weight.applyAsInt(choice);
            if (left < 0) {
                return choice;
            }
        }
        throw new IllegalArgumentException("Weights must be positive");
    }

    /** Around {@code median}, now and then several times as much: so are prices and waiting times. */
    double around(double median, double spread) {
        return median * Math.exp(random.nextGaussian() * spread);
    }
}
