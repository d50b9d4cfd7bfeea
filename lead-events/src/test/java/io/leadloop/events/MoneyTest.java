package io.leadloop.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12000.5,    USD, 12000.50",
        "12000.5000, USD, 12000.50",
        "1.2E+4,     USD, 12000.00",
        "0,          EUR, 0.00",
        "12000.0,    JPY, 12000",
        "0.12345,    USD, 0.12345",
        "7,          XQZ, 7.00",
    })
    void an_amount_has_its_currencys_digits_and_no_exponent(BigDecimal given, String currency, String onTheWire) {
        assertThat(EventJson.write(new Money(given, currency)))
                .isEqualTo("{\"amount\":\"" + onTheWire + "\",\"currency\":\"" + currency + "\"}");
    }
}
