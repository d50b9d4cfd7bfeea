package io.leadloop.sla.quota.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.agreement.QuotaRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaPartTest {

    @ParameterizedTest(name = "{0} a month, {1}, {2}, {3}, per rep {4}, reps {5}")
    @CsvSource(delimiter = '|', textBlock = """
            100 |               |        |         | false | ana,ben     | all 100
            100 |               |        |         | true  |             | all 100
            100 |               |        |         | true  | ana,ben,eva | all 100; rep ana 33; rep ben 33; rep eva 33
            100 |               |        | ana=0.4 | false | ana,ben     | all 100; rep ana 40
            100 |               |        | ana=0.4 | true  | ana,ben,eva | all 100; rep ana 40; rep ben 30; rep eva 30
            100 |               |        | ana=1   | true  | ana,ben     | all 100; rep ana 100
            50  | ops=0.5,vp=.2 | A1=0.3 |         | false |             | all 50; persona ops 25; persona vp 10; grade A1 15
            5   | ops=0.1       | A1=.05 |         | false |             | all 5; persona ops 1
            """)
    void what_is_promised(
            int mqlPerMonth,
            String personas,
            String grades,
            String reps,
            boolean perRep,
            String known,
            String expected) {
        // Given
        QuotaRule rule = new QuotaRule(
                mqlPerMonth, perRep, shares(personas), shares(grades), shares(reps), null, List.of(), Optional.empty());

        // When
        List<QuotaPart> parts = QuotaPart.of(rule, known == null ? List.of() : Arrays.asList(known.split(",", -1)));

        // Then
        assertThat(parts.stream()
                        .map(part -> part.kind()
                                + part.value().map(value -> " " + value).orElse("") + " " + part.promised())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    private static Map<String, Double> shares(String text) {
        Map<String, Double> shares = new TreeMap<>();
        if (text != null) {
            for (String share : text.split(",", -1)) {
                String[] parts = share.split("=", -1);
                shares.put(parts[0], Double.valueOf(parts[1]));
            }
        }
        return shares;
    }
}
