package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import io.leadloop.scoring.learned.rules.TrainingResult.Learned;
import io.leadloop.scoring.learned.solver.LiblinearSolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A real marketing funnel of 8,000 leads and 842 won deals (Olist, Kaggle, CC BY-NC-SA: not ours to ship), for whoever has it:
 * {@code LEADLOOP_OLIST_FUNNEL} names the folder. A plain logistic regression reaches an AUC of 0.68 there.
 */
@EnabledIfEnvironmentVariable(named = "LEADLOOP_OLIST_FUNNEL", matches = ".+")
class OlistFunnelTest {

    @Test
    void later_leads_of_a_real_funnel_are_ranked_at_least_as_well_as_by_a_plain_regression() throws IOException {
        List<Example> examples = examples(Path.of(System.getenv("LEADLOOP_OLIST_FUNNEL")));

        Learned learned = (Learned) new Training(new LiblinearSolver()).train(examples);

        ModelCard card = learned.card();
        System.out.println(card.verdict());
        System.out.printf(
                "strength %s, %d columns, Brier %.4f, of the base rate %.4f%n",
                card.strength(),
                card.columns(),
                card.judgement().brier(),
                card.judgement().brierOfBaseRate());
        card.factors().forEach(factor -> System.out.println(factor.words()));
        assertThat(card.learnedFrom().leads()).isEqualTo(5_600);
        assertThat(card.learnedFrom().won() + card.judgedOn().won()).isEqualTo(842);
        assertThat(card.judgement().ranking().auc()).isGreaterThanOrEqualTo(.68);
        assertThat(card.judgement().ranking().isBetterThanChance()).isTrue();
        assertThat(card.judgement().brier()).isLessThan(card.judgement().brierOfBaseRate());
    }

    private static List<Example> examples(Path folder) throws IOException {
        Set<String> won = Files.readAllLines(folder.resolve("closed_deals.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 2)[0])
                .collect(Collectors.toSet());
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("marketing_qualified_leads.csv")).stream()
                .skip(1)
                .toList()) {
            String[] cells = line.split(",", -1);
            Instant at = LocalDate.parse(cells[1], DateTimeFormatter.ofPattern("dd-MM-uuuu"))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            String origin = cells[3].isEmpty() ? null : cells[3];
            Touch touch = new Touch(origin, null, cells[2], null, null, cells[2], null, Map.of(), at);
            examples.add(new Example(
                    new UUID(Long.parseUnsignedLong(cells[0].substring(0, 16), 16), 0),
                    at,
                    Traits.of(new KnownLead(at, nobody(), List.of(touch), List.of(), Optional.empty())),
                    won.contains(cells[0])));
        }
        return examples;
    }

    private static Profile nobody() {
        return new Profile(null, null, null, null, null, null, null, null, null, null, null, Map.of(), null);
    }
}
