package io.leadloop.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How the whole behaves, with real tokens, is told in the system tests (AccessIT). */
class RememberedCallersTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final String EXPIRES = "quarkus.identity.expire-time";

    @Test
    void a_caller_is_remembered_for_the_set_time() {
        assertThat(goodFor(Duration.ofHours(1))).isEqualTo(HALF_A_MINUTE);
    }

    @Test
    void but_never_longer_than_the_token_says() {
        assertThat(goodFor(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        assertThat(goodFor(Duration.ofSeconds(-7))).isZero();
    }

    @Test
    void a_token_without_an_end_is_judged_each_time() {
        assertThat(RememberedCallers.goodFor(caller().build(), NOW, HALF_A_MINUTE))
                .isZero();
    }

    @Test
    void who_the_caller_is_and_what_they_may_is_kept_and_the_request_is_not() {
        // Given
        TokenCredential token = new TokenCredential("a.b.c", "bearer");
        SecurityIdentity judged = caller().addRole("sales")
                .addCredential(token)
                .addAttribute("tenant-id", "Default")
                .addAttribute(AuthenticationRequestContext.class.getName(), new OfOneRequest())
                .build();

        // When
        SecurityIdentity kept = RememberedCallers.withoutRequest(judged);

        // Then
        assertThat(kept.getPrincipal()).isEqualTo(judged.getPrincipal());
        assertThat(kept.getRoles()).containsExactly("sales");
        assertThat(kept.getCredentials()).containsExactly(token);
        assertThat(kept.getAttributes()).containsOnlyKeys("tenant-id");
    }

    private static final class OfOneRequest implements AuthenticationRequestContext {
        @Override
        public Uni<SecurityIdentity> runBlocking(Supplier<SecurityIdentity> function) {
            return Uni.createFrom().item(function);
        }
    }

    private static Duration goodFor(Duration left) {
        SecurityIdentity caller =
                caller().addAttribute(EXPIRES, NOW.plus(left).getEpochSecond()).build();
        return RememberedCallers.goodFor(caller, NOW, HALF_A_MINUTE);
    }

    private static QuarkusSecurityIdentity.Builder caller() {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("website"));
    }
}
