package io.leadloop.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * An amount in one currency. Different currencies are listed, never summed.
 *
 * @param amount a decimal string on the wire, never a binary fraction
 * @param currency ISO 4217
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {}
