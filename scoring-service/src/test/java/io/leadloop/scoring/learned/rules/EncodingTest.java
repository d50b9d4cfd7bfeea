package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.scoring.learned.rules.Level.Kind;
import io.leadloop.scoring.learned.rules.Trait.Amount;
import io.leadloop.scoring.learned.rules.Trait.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Of 100 leads, five make a value one of its own. */
class EncodingTest {

    @Test
    void each_common_value_is_a_column_rare_ones_share_one_and_not_known_is_one_too() {
        // Given 60 google, 30 mail, 4 fax, 1 dove, 5 of whom it is not known
        Encoding encoding = Encoding.of(leads(i -> i < 60
                ? Map.of("source", new Word("google"))
                : i < 90
                        ? Map.of("source", new Word("mail"))
                        : i < 94
                                ? Map.of("source", new Word("fax"))
                                : i < 95 ? Map.of("source", new Word("dove")) : Map.of()));

        assertThat(encoding.codings().getFirst().levels())
                .containsExactly(Level.is("google"), Level.is("mail"), Level.RARE, Level.MISSING);
        assertThat(encoding.row(traits(Map.of("source", new Word("mail"))))).containsExactly(1);
        assertThat(encoding.row(traits(Map.of("source", new Word("dove"))))).containsExactly(2);
        assertThat(encoding.row(traits(Map.of("source", new Word("never seen")))))
                .containsExactly(2);
        assertThat(encoding.row(traits(Map.of()))).containsExactly(3);
    }

    @Test
    void a_number_is_cut_into_bins_with_about_as_many_leads_each() {
        Encoding encoding = Encoding.of(leads(i -> Map.of("employees", new Amount(i))));

        List<Level> bins = encoding.codings().getFirst().levels();
        assertThat(bins).hasSize(6).allMatch(bin -> bin.kind() == Kind.FROM);
        assertThat(bins.getFirst()).isEqualTo(Level.from(0, 16));
        assertThat(encoding.row(traits(Map.of("employees", new Amount(16))))).containsExactly(0);
        assertThat(encoding.row(traits(Map.of("employees", new Amount(17))))).containsExactly(1);
        assertThat(encoding.row(traits(Map.of("employees", new Amount(-1))))).containsExactly(0);
        assertThat(encoding.row(traits(Map.of("employees", new Amount(1e9))))).containsExactly(5);
    }

    @Test
    void equal_numbers_stay_in_one_bin() {
        Encoding encoding = Encoding.of(leads(i -> Map.of("times", new Amount(i < 50 ? 1 : i < 90 ? 2 : 9))));

        assertThat(encoding.codings().getFirst().levels())
                .containsExactly(Level.from(1, 1), Level.from(2, 2), Level.from(9, 9));
    }

    @Test
    void an_attribute_that_is_a_number_in_all_leads_is_cut_one_with_few_values_or_with_words_is_not() {
        Encoding encoding = Encoding.of(leads(i -> Map.of(
                "a budget", new Word(String.valueOf(i * 100)),
                "b stars", new Word(String.valueOf(i % 5)),
                "c mixed", new Word(i == 0 ? "none" : String.valueOf(i / 7)))));

        assertThat(encoding.codings().get(0).levels()).hasSize(6).allMatch(level -> level.kind() == Kind.FROM);
        assertThat(encoding.codings().get(1).levels()).hasSize(5).allMatch(level -> level.kind() == Kind.IS);
        assertThat(encoding.codings().get(2).levels()).noneMatch(level -> level.kind() == Kind.FROM);
    }

    @Test
    void what_is_the_same_in_all_leads_or_divides_them_as_another_trait_does_is_left_out() {
        Encoding encoding = Encoding.of(leads(i -> Map.of(
                "campaign", new Word(i % 2 == 0 ? "spring" : "autumn"),
                "landing page", new Word(i % 2 == 0 ? "/spring" : "/autumn"),
                "language", new Word("en"))));

        assertThat(encoding.codings()).extracting(Coding::trait).containsExactly("campaign");
    }

    @Test
    void a_trait_that_hardly_any_lead_has_is_left_out() {
        Encoding encoding = Encoding.of(leads(i -> i < 4 ? Map.of("hobby", new Word("chess")) : Map.of()));

        assertThat(encoding.columns()).isZero();
    }

    private static List<Example> leads(IntFunction<Map<String, Trait>> traits) {
        List<Example> leads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            leads.add(new Example(new UUID(0, i), Instant.EPOCH.plusSeconds(i), traits(traits.apply(i)), i % 3 == 0));
        }
        return leads;
    }

    private static Map<String, Trait> traits(Map<String, Trait> traits) {
        return new TreeMap<>(traits);
    }
}
