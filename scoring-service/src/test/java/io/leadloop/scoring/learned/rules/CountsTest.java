package io.leadloop.scoring.learned.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "49, 500, false",
        "500, 49, false",
        "50, 50, true",
        "51, 900, true",
    })
    void fifty_of_each_are_enough(int won, int lost, boolean enough) {
        assertThat(new Counts(won, lost).areEnough()).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60, 60, 60, false",
        "60, 60, 69, 60, false",
        "60, 60, 70, 60, true",
        "60, 60, 60, 70, true",
        "842, 7158, 925, 7158, false",
        "842, 7158, 926, 7158, true",
        "842, 7158, 500, 7500, true",
    })
    void a_tenth_more_or_less_of_either_and_at_least_ten_is_news(
            int wonThen, int lostThen, int won, int lost, boolean news) {
        assertThat(new Counts(won, lost).areNewsSince(new Counts(wonThen, lostThen)))
                .isEqualTo(news);
    }
}
