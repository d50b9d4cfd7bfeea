package io.leadloop.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.AccessTokenCredential;
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
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Does not judge the same token anew with each request. Programs that post leads send one token with all of them, and to check its
 * signature and to read it three times over was a quarter of what a post costs. A token that OpenID Connect found good stays good for
 * {@code leadloop.http.callers-remembered-for} (default 30 s, and never longer than it says itself) without a further look; what is
 * signed with a key that the issuer withdraws is refused that much later. What is refused is never remembered, nor is a token for which
 * the issuer is asked each time (introspection).
 */
@ApplicationScoped
class RememberedCallers implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    static final int KEPT = 1_000;

    private final OidcAuthenticationMechanism openIdConnect;
    private final Duration rememberedFor;
    private final Cache<String, SecurityIdentity> callers;

    RememberedCallers(
            OidcAuthenticationMechanism openIdConnect,
            @ConfigProperty(name = "leadloop.http.callers-remembered-for", defaultValue = "30S")
                    Duration rememberedFor) {
        this.openIdConnect = openIdConnect;
        this.rememberedFor = rememberedFor;
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
        return caller(token(exchange), () -> openIdConnect.authenticate(exchange, providers));
    }

    /** @param judge what OpenID Connect says of the request that the token came with */
    Uni<SecurityIdentity> caller(Optional<String> token, Supplier<Uni<SecurityIdentity>> judge) {
        Optional<SecurityIdentity> known = token.map(callers::getIfPresent)
                .filter(caller -> goodFor(caller, Instant.now(), rememberedFor).isPositive());
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : judge.get().invoke(judged -> token.ifPresent(given -> remember(given, judged)));
    }

    private static Optional<String> token(RoutingContext exchange) {
        return Optional.ofNullable(exchange.request().getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()));
    }

    private void remember(String token, SecurityIdentity judged) {
        if (judged != null && isAllThatWasJudged(token, judged)) {
            callers.put(token, withoutRequest(judged));
        }
    }

    /** Not when another token was, or the connection's certificate too (RFC 8705), or the issuer was asked. */
    private static boolean isAllThatWasJudged(String token, SecurityIdentity judged) {
        AccessTokenCredential credential = judged.getCredential(AccessTokenCredential.class);
        return credential != null
                && token.equals(credential.getToken())
                && judged.getPrincipal() instanceof JsonWebToken claims
                && !claims.containsClaim("cnf")
                && judged.getAttribute(OidcUtils.INTROSPECTION_ATTRIBUTE) == null;
    }

    /** A token that does not say until when it is good is not remembered. */
    static Duration goodFor(SecurityIdentity caller, Instant now, Duration rememberedFor) {
        if (!(caller.getAttribute(OidcUtils.QUARKUS_IDENTITY_EXPIRE_TIME) instanceof Long expires)) {
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
