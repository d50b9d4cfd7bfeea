package io.leadloop.handoff.offer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Money as our events write it, a decimal text, or as people write it, a number. */
class DecimalReader extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 40;

    DecimalReader() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            return parser.getDecimalValue();
        }
        String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "";
        if (text.isEmpty() || text.length() > LONGEST || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        return new BigDecimal(text);
    }
}
