package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadloop.scoring.learned.rules.LearnedModel.Part;
import io.leadloop.scoring.learned.rules.TrainingResult.Learned;
import io.leadloop.scoring.learned.rules.TrainingResult.NotJudged;
import io.leadloop.scoring.learned.rules.TrainingResult.TooFew;
import io.leadloop.scoring.learned.solver.LiblinearSolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Training on leads whose chances are known. */
class TrainingTest {
    private static final int LEADS = 12_000;
    private static final Training TRAINING = new Training(new LiblinearSolver());

    @Test
    void what_each_trait_does_is_found() {
        LearnedModel model =
                learned(GeneratedFunnel.withSignal(1, LEADS).examples).model();

        assertThat(weight(model, "first source", "partner") - weight(model, "first source", "search"))
                .isCloseTo(GeneratedFunnel.PARTNER, within(.15));
        assertThat(weight(model, "first source", "list") - weight(model, "first source", "search"))
                .isCloseTo(GeneratedFunnel.LIST, within(.15));
        assertThat(weight(model, "attribute plan", "gold") - weight(model, "attribute plan", "basic"))
                .isCloseTo(GeneratedFunnel.GOLD, within(.15));
    }

    @Test
    void it_ranks_later_leads_as_well_as_who_knows_their_chances() {
        GeneratedFunnel funnel = GeneratedFunnel.withSignal(2, LEADS);
        Learned learned = learned(funnel.examples);

        int cut = LEADS * 70 / 100;
        double[] chances = funnel.chances.subList(cut, LEADS).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        RankQuality best = RankQuality.of(chances, Fitting.won(funnel.examples.subList(cut, LEADS)));
        RankQuality own = learned.card().judgement().ranking();
        assertThat(own.auc()).isCloseTo(best.auc(), within(.01));
        assertThat(own.low()).isLessThan(best.auc());
        assertThat(own.high()).isGreaterThan(best.auc());
        assertThat(learned.card().verdict()).startsWith("It ranks leads that were won above others in");
    }

    @Test
    void of_leads_with_one_probability_that_share_is_won() {
        Judgement judgement =
                learned(GeneratedFunnel.withSignal(3, LEADS).examples).card().judgement();

        assertThat(judgement.calibration())
                .hasSizeGreaterThan(5)
                .allSatisfy(group -> assertThat(group.predicted()).isCloseTo(group.observed(), within(.07)));
        assertThat(judgement.brier()).isLessThan(judgement.brierOfBaseRate());
    }

    @Test
    void where_nothing_matters_it_says_so() {
        Learned learned = learned(GeneratedFunnel.withoutSignal(4, LEADS).examples);

        assertThat(learned.card().judgement().ranking().auc()).isCloseTo(.5, within(.03));
        assertThat(learned.card().verdict())
                .contains("do not show that it tells who will be won any better than chance");
    }

    @Test
    void what_a_lead_does_after_the_hand_off_changes_nothing() {
        assertThat(learned(GeneratedFunnel.withTraces(5, 3_000).examples))
                .isEqualTo(learned(GeneratedFunnel.withSignal(5, 3_000).examples));
    }

    @Test
    void the_later_leads_judge_and_teach_nothing() {
        // Given the same leads, but the later ones had the opposite outcomes
        List<Example> examples = GeneratedFunnel.withSignal(6, 3_000).examples;
        List<Example> turned = new ArrayList<>(examples.subList(0, 2_100));
        examples.subList(2_100, 3_000)
                .forEach(lead -> turned.add(new Example(lead.leadId(), lead.at(), lead.traits(), !lead.won())));

        // When
        Learned learned = learned(examples);
        Learned otherwise = learned(turned);

        // Then
        assertThat(otherwise.model()).isEqualTo(learned.model());
        assertThat(otherwise.card().strength()).isEqualTo(learned.card().strength());
        assertThat(otherwise.card().judgement().ranking().auc()).isLessThan(.5);
    }

    @Test
    void the_order_in_which_outcomes_became_known_does_not_matter() {
        List<Example> examples = GeneratedFunnel.withSignal(7, 3_000).examples;
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(learned(shuffled)).isEqualTo(learned(examples));
    }

    @Test
    void the_card_says_which_leads_and_how_many() {
        Learned learned = learned(GeneratedFunnel.withSignal(8, 1_000).examples);

        assertThat(learned.card().learnedFrom().leads()).isEqualTo(700);
        assertThat(learned.card().judgedOn().leads()).isEqualTo(300);
        assertThat(learned.card().learnedFrom().to())
                .isBefore(learned.card().judgedOn().from());
        assertThat(learned.card().factors()).isNotEmpty();
        assertThat(learned.card().factors().getFirst().words())
                .contains("the odds of winning are")
                .contains("were won");
    }

    @Test
    void below_fifty_of_each_it_does_not_know_and_says_how_many_are_missing() {
        List<Example> examples = outcomes(49, 49 + 31);

        assertThat(TRAINING.train(examples)).isInstanceOfSatisfying(TooFew.class, few -> {
            assertThat(few.counts()).isEqualTo(new Counts(49, 31));
            assertThat(few.counts().missingWon()).isEqualTo(1);
            assertThat(few.counts().missingLost()).isEqualTo(19);
        });
    }

    @Test
    void if_all_won_leads_are_older_than_the_lost_nobody_can_judge() {
        assertThat(TRAINING.train(outcomes(60, 120)))
                .isInstanceOfSatisfying(
                        NotJudged.class,
                        not -> assertThat(not.reason()).contains("the later 36 have 0 won and 36 lost"));
    }

    private static Learned learned(List<Example> examples) {
        return (Learned) TRAINING.train(examples);
    }

    /** The first are won, the others lost. */
    private static List<Example> outcomes(int won, int all) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            examples.add(new Example(new UUID(0, i), Instant.EPOCH.plusSeconds(i), new TreeMap<>(), i < won));
        }
        return examples;
    }

    private static double weight(LearnedModel model, String trait, String value) {
        Part part = model.parts().stream()
                .filter(one -> one.trait().equals(trait))
                .findFirst()
                .orElseThrow();
        return part.levels().stream()
                .filter(level -> level.level().equals(Level.is(value)))
                .findFirst()
                .orElseThrow()
                .weight();
    }
}
