package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadloop.events.EventJson;
import io.leadloop.scoring.learned.rules.LearnedModel.Effect;
import io.leadloop.scoring.learned.rules.LearnedModel.Expectation;
import io.leadloop.scoring.learned.rules.LearnedModel.Part;
import io.leadloop.scoring.learned.rules.LearnedModel.Weighed;
import io.leadloop.scoring.learned.rules.Trait.Amount;
import io.leadloop.scoring.learned.rules.Trait.Word;
import io.leadloop.scoring.learned.rules.Trait.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Average odds 1 to 4; source google doubles them, mail halves them; 100 employees treble them; the word vp makes them 1.5-fold. */
class LearnedModelTest {
    private static final LearnedModel MODEL = new LearnedModel(
            Math.log(.25),
            List.of(
                    new Part(
                            "source",
                            0,
                            List.of(
                                    new Weighed(Level.is("google"), Math.log(2), 10, 5),
                                    new Weighed(Level.is("mail"), Math.log(.5), 10, 2))),
                    new Part(
                            "employees",
                            0,
                            List.of(
                                    new Weighed(Level.from(1, 99), 0.01, 10, 1),
                                    new Weighed(Level.from(100, 900), Math.log(3), 10, 7))),
                    new Part("job title", 0, List.of(new Weighed(Level.has("vp"), Math.log(1.5), 10, 3)))));

    @Test
    void the_odds_are_those_of_an_average_lead_times_what_each_trait_does() {
        // 1/4 × 2 × 3 = 6/4: probability 0.6
        assertThat(probability(Map.of("source", new Word("google"), "employees", new Amount(100))))
                .isCloseTo(.6, within(1e-12));
    }

    @Test
    void what_was_never_seen_counts_as_average() {
        assertThat(probability(Map.of("source", new Word("dove"), "shoe size", new Amount(44))))
                .isCloseTo(.2, within(1e-12));
    }

    /** Where google is common, a lead of unknown source is not one that has no google: nothing is known of it. */
    @Test
    void a_value_that_was_never_seen_counts_as_average_but_a_text_without_the_usual_words_says_something() {
        Part source = new Part("source", Math.log(3), List.of(new Weighed(Level.is("google"), Math.log(2), 10, 5)));
        Part title = new Part("job title", Math.log(.5), List.of(new Weighed(Level.has("vp"), Math.log(4), 10, 3)));

        // 1/4 × 3 × 2 with google; 1/4 with what nobody had
        assertThat(odds(source, new Word("google"))).isCloseTo(1.5, within(1e-12));
        assertThat(odds(source, new Word("dove"))).isCloseTo(.25, within(1e-12));
        // 1/4 × 1/2 × 4 with vp; 1/4 × 1/2 without
        assertThat(odds(title, new Words(new TreeSet<>(List.of("vp", "sales")))))
                .isCloseTo(.5, within(1e-12));
        assertThat(odds(title, new Words(new TreeSet<>(List.of("sales"))))).isCloseTo(.125, within(1e-12));
    }

    @Test
    void what_speaks_for_and_against_is_named_strongest_first_and_trifles_are_not() {
        Expectation expectation = MODEL.reader()
                .expect(
                        new TreeMap<>(Map.of(
                                "source",
                                new Word("mail"),
                                "employees",
                                new Amount(500),
                                "job title",
                                new Words(new TreeSet<>(List.of("vp", "sales"))))),
                        3);

        assertThat(expectation.inFavour())
                .extracting(Effect::factor)
                .containsExactly("employees 100 to 900", "job title has \"vp\"");
        assertThat(expectation.inFavour().getFirst().odds()).isCloseTo(3, within(1e-12));
        assertThat(expectation.against()).extracting(Effect::factor).containsExactly("source is mail");
        assertThat(MODEL.reader()
                        .expect(new TreeMap<>(Map.of("employees", new Amount(5))), 3)
                        .inFavour())
                .isEmpty();
    }

    @Test
    void it_comes_back_from_the_table_as_it_was() {
        assertThat(EventJson.read(EventJson.write(MODEL), LearnedModel.class)).isEqualTo(MODEL);
    }

    /** Of a lead with that trait, by a model that knows no other. */
    private static double odds(Part part, Trait trait) {
        double probability = new LearnedModel(Math.log(.25), List.of(part))
                .reader()
                .probability(new TreeMap<>(Map.of(part.trait(), trait)));
        return probability / (1 - probability);
    }

    private static double probability(Map<String, Trait> traits) {
        return MODEL.reader().probability(new TreeMap<>(traits));
    }
}
