package io.leadloop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** How the whole behaves, with real tokens, is told in the system tests (AccessIT). */
class RememberedCallersTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final String TOKEN = "header.claims.signature";

    private final RememberedCallers callers = new RememberedCallers(null, HALF_A_MINUTE);
    private int judged;

    @Test
    void the_same_token_is_judged_once_and_another_one_for_itself() {
        // Given
        SecurityIdentity first = ask(callers, TOKEN, good(TOKEN).build());

        // When, then
        assertThat(ask(callers, TOKEN, good(TOKEN).build()).getPrincipal()).isEqualTo(first.getPrincipal());
        assertThat(judged).isOne();
        assertThat(ask(callers, "another", good("another").build())).isNotNull();
        assertThat(judged).isEqualTo(2);
    }

    @Test
    void what_was_refused_is_judged_each_time() {
        Uni<SecurityIdentity> refused = Uni.createFrom().failure(new AuthenticationFailedException());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> ask(callers, Optional.of(TOKEN), refused))
                    .isInstanceOf(AuthenticationFailedException.class);
        }

        assertThat(judged).isEqualTo(2);
    }

    @Test
    void who_sends_no_token_is_judged_each_time() {
        for (int i = 0; i < 2; i++) {
            assertThat(ask(callers, Optional.empty(), Uni.createFrom().nullItem()))
                    .isNull();
        }

        assertThat(judged).isEqualTo(2);
    }

    @Test
    void when_more_than_the_token_was_judged_it_is_judged_each_time() {
        // Given another token than the one that was sent; the issuer's answer; a token that is bound to a certificate
        JwtClaims bound = new JwtClaims();
        bound.setClaim("cnf", "thumbprint");
        var identities = new SecurityIdentity[] {
            good("another").build(),
            good(TOKEN)
                    .addAttribute(OidcUtils.INTROSPECTION_ATTRIBUTE, "active")
                    .build(),
            good(TOKEN).setPrincipal(new OidcJwtCallerPrincipal(bound, null)).build()
        };

        // When, then
        for (SecurityIdentity identity : identities) {
            judged = 0;
            assertThat(ask(callers, TOKEN, identity)).isSameAs(identity);
            assertThat(ask(callers, TOKEN, identity)).isSameAs(identity);
            assertThat(judged).isEqualTo(2);
        }
    }

    @Test
    void with_no_time_to_remember_each_request_is_judged() {
        RememberedCallers forgetful = new RememberedCallers(null, Duration.ZERO);
        for (int i = 0; i < 2; i++) {
            assertThat(ask(forgetful, TOKEN, good(TOKEN).build())).isNotNull();
        }

        assertThat(judged).isEqualTo(2);
    }

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
        AccessTokenCredential token = new AccessTokenCredential(TOKEN);
        SecurityIdentity found = caller().addRole("sales")
                .addCredential(token)
                .addAttribute("tenant-id", "Default")
                .addAttribute(AuthenticationRequestContext.class.getName(), new OfOneRequest())
                .build();

        // When
        SecurityIdentity kept = RememberedCallers.withoutRequest(found);

        // Then
        assertThat(kept.getPrincipal()).isEqualTo(found.getPrincipal());
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

    private SecurityIdentity ask(RememberedCallers of, String token, SecurityIdentity found) {
        return ask(of, Optional.of(token), Uni.createFrom().item(found));
    }

    private SecurityIdentity ask(RememberedCallers of, Optional<String> token, Uni<SecurityIdentity> judgement) {
        return of.caller(token, () -> {
                    judged++;
                    return judgement;
                })
                .await()
                .indefinitely();
    }

    private static Duration goodFor(Duration left) {
        return RememberedCallers.goodFor(expiring(NOW.plus(left)).build(), NOW, HALF_A_MINUTE);
    }

    /** As OpenID Connect makes it of a token that is good for an hour. */
    private static QuarkusSecurityIdentity.Builder good(String token) {
        return expiring(Instant.now().plus(Duration.ofHours(1))).addCredential(new AccessTokenCredential(token));
    }

    private static QuarkusSecurityIdentity.Builder expiring(Instant at) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(new JwtClaims(), null))
                .addAttribute(OidcUtils.QUARKUS_IDENTITY_EXPIRE_TIME, at.getEpochSecond());
    }

    private static QuarkusSecurityIdentity.Builder caller() {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("website"));
    }
}
