package io.leadloop.scoring.learned.rules;

import io.leadloop.scoring.learned.solver.LiblinearSolver;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code -Dleadloop.measure=true} prints how long learning from 100,000 leads takes; nothing is asserted of a time. */
@EnabledIfSystemProperty(named = "leadloop.measure", matches = "true")
class LearningSpeedTest {

    @Test
    void learning_from_100000_leads() {
        List<Example> examples = GeneratedFunnel.withSignal(1, 100_000).examples;
        Training training = new Training(new LiblinearSolver());
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            training.train(examples);
            System.out.printf(
                    "round %d: %,d leads in %.1f s%n", round, examples.size(), (System.nanoTime() - start) / 1e9);
        }
    }
}
