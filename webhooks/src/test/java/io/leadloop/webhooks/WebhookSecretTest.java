package io.leadloop.webhooks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verified by the specification's own library, as a receiver would. */
class WebhookSecretTest {

    private static final UUID ID = UUID.fromString("01928c7e-0000-7000-8000-000000000001");
    private static final String BODY = "{\"type\":\"clock.breached\",\"data\":{\"note\":\"grüße\"}}";

    @Test
    void both_secrets_verify_while_one_is_replaced_and_no_other_does() {
        // Given
        String secret = WebhookSecret.fresh();
        String former = WebhookSecret.fresh();
        long now = System.currentTimeMillis() / 1_000;

        // When
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(ID.toString()),
                        "webhook-timestamp", List.of(Long.toString(now)),
                        "webhook-signature", List.of(WebhookSecret.signatures(List.of(secret, former), ID, now, BODY))),
                (name, value) -> true);

        // Then
        assertThatCode(() -> new Webhook(secret).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(former).verify(BODY, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(WebhookSecret.fresh()).verify(BODY, headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(secret).verify(BODY + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }
}
