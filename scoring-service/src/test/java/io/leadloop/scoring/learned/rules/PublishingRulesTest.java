package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.scoring.learned.rules.Publishing.Published;
import io.leadloop.scoring.learned.rules.Publishing.Refused;
import io.leadloop.scoring.learned.rules.PublishingRules.Present;
import io.leadloop.scoring.learned.rules.TrainingResult.Learned;
import io.leadloop.scoring.learned.solver.LiblinearSolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishingRulesTest {
    private static final Training TRAINING = new Training(new LiblinearSolver());
    private static final Learned GOOD = learned(GeneratedFunnel.withSignal(1, 4_000).examples);
    private static final Learned BLIND = blind(GOOD);

    @Test
    void the_first_is_published() {
        assertThat(PublishingRules.decide(GOOD, Optional.empty())).isEqualTo(new Published());
    }

    @Test
    void the_first_is_refused_if_it_ranks_worse_than_chance() {
        List<Example> turned = new ArrayList<>();
        GeneratedFunnel.withSignal(2, 4_000)
                .examples
                .forEach(lead -> turned.add(
                        new Example(lead.leadId(), lead.at(), lead.traits(), (turned.size() >= 2_800) != lead.won())));

        assertThat(PublishingRules.decide(learned(turned), Optional.empty()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("worse than chance"));
    }

    @Test
    void what_ranks_the_newest_leads_worse_than_the_present_model_is_refused_with_both_figures() {
        assertThat(PublishingRules.decide(BLIND, Optional.of(present(GOOD))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("worse than version 7")
                                .contains("AUC 0.5000 against 0.7"));
    }

    @Test
    void what_ranks_them_better_or_alike_is_published() {
        assertThat(PublishingRules.decide(GOOD, Optional.of(present(BLIND)))).isEqualTo(new Published());
        assertThat(PublishingRules.decide(GOOD, Optional.of(present(GOOD)))).isEqualTo(new Published());
    }

    @Test
    void leads_that_the_present_model_learned_from_do_not_speak_for_it() {
        // Given a present model that learned from all the leads that judge the candidate
        Learned knowsThemAll = learned(GeneratedFunnel.withSignal(1, 8_000).examples);

        assertThat(PublishingRules.decide(BLIND, Optional.of(present(knowsThemAll))))
                .isEqualTo(new Published());
    }

    private static Learned learned(List<Example> examples) {
        return (Learned) TRAINING.train(examples);
    }

    private static Present present(Learned learned) {
        return new Present(7, learned.model(), learned.card());
    }

    /** The same leads, looked at by a model that sees nothing. */
    private static Learned blind(Learned learned) {
        LearnedModel model = new LearnedModel(0, List.of());
        ModelCard card = learned.card();
        return new Learned(
                model,
                new ModelCard(
                        card.learnedFrom(),
                        card.judgedOn(),
                        0,
                        0,
                        1,
                        Judgement.of(model, learned.later(), .3),
                        "sees nothing",
                        List.of()),
                learned.later());
    }
}
