package io.leadloop.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Does not judge the same token anew with each request. Programs that post leads send one token with all of them, and to check its
 * signature and to read it three times over was a third of what a post costs. A token that OpenID Connect found good stays good for
 * {@code leadloop.http.callers-remembered-for} (default 30 s, and never longer than it says itself) without a further look; what is
 * signed with a key that the issuer withdraws is refused that much later. What is refused is never remembered, nor is a token for which
 * the issuer is asked each time (introspection).
 */
@ApplicationScoped
class RememberedCallers implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    /** Where OpenID Connect writes the token's {@code exp}, in seconds since 1970. */
    private static final String EXPIRES = "quarkus.identity.expire-time";

    private static final int KEPT = 1_000;

    private final OidcAuthenticationMechanism openIdConnect;
    private final Cache<String, SecurityIdentity> callers;

    RememberedCallers(
            OidcAuthenticationMechanism openIdConnect,
            @ConfigProperty(name = "leadloop.http.callers-remembered-for", defaultValue = "30S")
                    Duration rememberedFor) {
        this.openIdConnect = openIdConnect;
        this.callers = Caffeine.newBuilder()
                .maximumSize(KEPT)
                .expireAfter(Expiry.<String, SecurityIdentity>creating(
                        (token, caller) -> goodFor(caller, Instant.now(), rememberedFor)))
                .build();
    }

    /** Before OpenID Connect's own. */
    @Override
    public int getPriority() {
        return openIdConnect.getPriority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        Optional<String> token = token(exchange);
        Optional<SecurityIdentity> caller = token.map(callers::getIfPresent);
        return caller.isPresent()
                ? Uni.createFrom().item(caller.get())
                : openIdConnect
                        .authenticate(exchange, providers)
                        .invoke(judged -> token.ifPresent(given -> remember(given, judged)));
    }

    private static Optional<String> token(RoutingContext exchange) {
        return Optional.ofNullable(exchange.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()));
    }

    private void remember(String token, SecurityIdentity judged) {
        if (judged != null && judged.getAttribute(OidcUtils.INTROSPECTION_ATTRIBUTE) == null) {
            callers.put(token, withoutRequest(judged));
        }
    }

    /** A token that does not say until when it is good is not remembered. */
    static Duration goodFor(SecurityIdentity caller, Instant now, Duration rememberedFor) {
        if (!(caller.getAttribute(EXPIRES) instanceof Long expires)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, Instant.ofEpochSecond(expires));
        return left.isNegative() ? Duration.ZERO : left.compareTo(rememberedFor) < 0 ? left : rememberedFor;
    }

    /** The request that came first would be kept with it. */
    static SecurityIdentity withoutRequest(SecurityIdentity judged) {
        QuarkusSecurityIdentity.Builder caller = QuarkusSecurityIdentity.builder()
                .setPrincipal(judged.getPrincipal())
                .addRoles(judged.getRoles())
                .addCredentials(judged.getCredentials());
        judged.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext || value instanceof AuthenticationRequestContext)) {
                caller.addAttribute(name, value);
            }
        });
        return caller.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return openIdConnect.getChallenge(exchange);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return openIdConnect.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return openIdConnect.getCredentialTransport(exchange);
    }
}
